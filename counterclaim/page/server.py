"""The server: on this machine alone, at an address with a key that is good once."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

from counterclaim.errors import CounterclaimError

HOST = "127.0.0.1"


def serve(
    folder: Path, reviewer: str, on_ready: Callable[[str], None], host: str = HOST, port: int = 0
) -> None:
    """Serve the page of a case until it is interrupted; `on_ready` is told where it is.

    Port 0 takes any that is free. Raises CounterclaimError for any host but this machine.
    """
    import uvicorn

    from counterclaim.page.app import create_app
    from counterclaim.page.security import OPENING, Keys
    from counterclaim.page.shelf import Shelf

    with _listen(host, port) as listener:
        keys = Keys(listener.getsockname()[1])
        config = uvicorn.Config(
            create_app(Shelf(folder, reviewer), keys),
            log_level="error",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=2,
        )
        on_ready(f"http://{HOST}:{keys.port}{OPENING}?key={keys.once}")
        uvicorn.Server(config).run([listener])


def _listen(host: str, port: int) -> socket.socket:
    if host != HOST:
        raise CounterclaimError(
            f"the page is for this machine alone and does not answer at {host}",
            f"Leave --host off, or give {HOST}",
        )
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen()  # whoever comes before the server is up waits, and is not refused
    except OSError as error:
        listener.close()
        raise CounterclaimError(
            f"port {port} is taken: {error.strerror}", "Leave --port off, or give another"
        ) from error
    return listener
