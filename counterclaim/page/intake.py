"""What comes in through the page: files and folders that are dropped, and text that is pasted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import msgspec
from fastapi import Request
from fastapi.responses import Response, StreamingResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile

from counterclaim.errors import CounterclaimError, LedgerBusy
from counterclaim.page.opened import Bench
from counterclaim.page.respond import back, json_answer, wants_json
from counterclaim.page.worker import Job, Tray, Workbench

FILES = 5000
EVERY = 0.25  # seconds between two looks at a running job
PASTED = "pasted"


@dataclass(frozen=True, slots=True)
class IntakePage:
    """The job that reads what came in last, if there was any since the page was opened."""

    job: Job | None


def intake(bench: Bench) -> IntakePage:
    """Show how far the reading of what came in is."""
    return IntakePage(bench.job)


async def take(request: Request, bench: Bench) -> Response:
    """Take files and text in, and begin to read them. Raises LedgerBusy while others are read."""
    if bench.working:
        raise LedgerBusy("files are being read already", "Drop these when they are done")
    folder = Path(await run_in_threadpool(mkdtemp, prefix="counterclaim-"))
    try:
        async with request.form(max_files=FILES, max_fields=2 * FILES) as form:
            bench.begin(await run_in_threadpool(_fill, folder, form))
    except BaseException:
        rmtree(folder, ignore_errors=True)
        raise
    answer = {"next": "/intake"}
    return json_answer("page-done", answer) if wants_json(request) else back("/intake")


async def stream(request: Request, bench: Bench) -> Response:
    """Tell how far the reading is, as it goes on (server-sent events)."""
    return StreamingResponse(_events(request, bench), media_type="text/event-stream")


async def _events(request: Request, bench: Workbench) -> AsyncIterator[bytes]:
    told: bytes = b""
    while not await request.is_disconnected():
        job = bench.job
        now = msgspec.json.encode(job)
        if now != told:
            told = now
            yield b"data: " + now + b"\n\n"
        if job is None or job.ended:
            return
        await asyncio.sleep(EVERY)


def _fill(folder: Path, form: FormData) -> Tray:
    """Put what came in on a tray: files under numbers, and the names that they came under.

    Raises CounterclaimError where nothing came.
    """
    names = [str(name) for name in form.getlist("path")]
    files: list[str] = []
    for number, upload in enumerate(form.getlist("files")):
        if isinstance(upload, UploadFile) and upload.filename:
            _save(upload, folder / str(len(files)))
            files.append(_clean(names[number] if number < len(names) else upload.filename))
    text = str(form.get("text") or "").strip()
    if text:
        title = _clean(str(form.get("title") or "text"))
        (folder / str(len(files))).write_text(text, "utf-8")
        files.append(f"{PASTED}/{title}.txt")
    if not files:
        raise CounterclaimError("nothing came in", "Choose files, or paste a text")
    given = {name: str(form.get(name) or "").strip() for name in ("outlet", "title", "author")}
    return Tray(folder, tuple(files), published=_day(str(form.get("published") or "")), **given)


def _save(upload: UploadFile, path: Path) -> None:
    with path.open("wb") as out:
        while chunk := upload.file.read(1 << 20):
            out.write(chunk)


def _clean(name: str) -> str:
    """Keep a name's folders, but nothing that leads out of them."""
    parts = (part.strip() for part in name.replace("\\", "/").split("/"))
    return "/".join(part for part in parts if part not in ("", ".", "..")) or "file"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise CounterclaimError(f"'{text}' is no day", "Write it as 2024-03-31") from error
