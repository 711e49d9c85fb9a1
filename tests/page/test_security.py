"""Nobody but this machine's browser with the key gets an answer, whatever the address."""

import pytest
from starlette.testclient import TestClient

from counterclaim.cli.program import run
from counterclaim.errors import CounterclaimError
from counterclaim.page.routes import ACTS, SCREENS
from counterclaim.page.security import HEADERS, LARGE_BODY
from counterclaim.page.server import serve
from tests.page.conftest import HOME, PORT, Page, open_page

TABLE = [
    *(("GET", screen.path) for screen in SCREENS),
    *(("GET", screen.json_path) for screen in SCREENS),
    *(("GET", f"{screen.path}.html") for screen in SCREENS if screen.saved),
    *(("GET", f"{screen.path}.svg") for screen in SCREENS if screen.chart),
    *((act.method, act.path) for act in ACTS),
    ("GET", "/openapi.json"),
    ("GET", "/nothing/here"),
]


def filled(path: str) -> str:
    return path.replace("{", "").replace("}", "")


@pytest.fixture(scope="module")
def stranger(attacked) -> TestClient:
    """A client without the cookie."""
    return open_page(attacked)[0]


@pytest.mark.parametrize(("method", "path"), TABLE)
def test_without_the_cookie_there_is_no_answer(stranger: TestClient, method: str, path: str):
    answer = stranger.request(method, filled(path), headers={"Origin": HOME})
    assert answer.status_code == 401
    assert "counterclaim open" in answer.text
    assert answer.headers.items() >= {k.lower(): v for k, v in HEADERS.items()}.items()


@pytest.mark.parametrize(("method", "path"), TABLE)
@pytest.mark.parametrize("host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1:1", ""])
def test_another_name_for_this_machine_is_refused(page: Page, method: str, path: str, host: str):
    answer = page.client.request(method, filled(path), headers={"Host": host, "Origin": HOME})
    assert answer.status_code == 403


@pytest.mark.parametrize(("method", "path"), TABLE)
@pytest.mark.parametrize("origin", ["https://evil.example", "null", f"http://127.0.0.1:{PORT + 1}"])
def test_another_page_is_refused(page: Page, method: str, path: str, origin: str):
    answer = page.client.request(method, filled(path), headers={"Origin": origin})
    assert answer.status_code == 403


@pytest.mark.parametrize("path", [act.path for act in ACTS if act.method == "POST"])
def test_a_change_must_say_where_it_comes_from(page: Page, path: str):
    assert page.client.post(path).status_code == 403


@pytest.mark.parametrize(("method", "path"), TABLE)
def test_every_answer_is_sealed(page: Page, method: str, path: str):
    if path != "/intake/stream":
        answer = page.client.request(method, filled(path), headers={"Origin": HOME})
        assert answer.headers.items() >= {k.lower(): v for k, v in HEADERS.items()}.items()


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE"])
def test_no_other_method_does_anything(page: Page, method: str):
    assert page.client.request(method, "/review", headers={"Origin": HOME}).status_code == 405


def test_the_first_key_is_good_once(attacked):
    client, _, keys = open_page(attacked)
    address = f"/open?key={keys.once}"
    assert client.get("/open?key=wrong").status_code == 401
    answer = client.get(address)
    assert answer.headers["location"] == "/"
    assert {"HttpOnly", "SameSite=strict"} <= set(answer.headers["set-cookie"].split("; "))
    assert client.get(address).headers["location"] == "/"
    client.cookies.clear()
    assert client.get(address).status_code == 401


def test_the_key_is_not_given_to_another_name(attacked):
    client, _, keys = open_page(attacked)
    answer = client.get(f"/open?key={keys.once}", headers={"Host": "evil.example"})
    assert answer.status_code == 403
    assert client.get(f"/open?key={keys.once}").status_code == 303


@pytest.mark.parametrize("length", [str(LARGE_BODY + 1), "-1", "many"])
def test_a_body_has_its_limit(page: Page, length: str):
    headers = {"Origin": HOME, "Content-Length": length}
    assert page.client.post("/intake", headers=headers).status_code == 413


def test_a_body_that_hides_its_length_has_it_too(page: Page):
    def endless():
        for _ in range(1000):
            yield b"a=" + b"x" * 1000 + b"&"

    headers = {"Origin": HOME, "Content-Type": "application/x-www-form-urlencoded"}
    assert page.client.post("/review", content=endless(), headers=headers).status_code == 413


@pytest.mark.parametrize(
    "name", ["../app.py", "..%2fapp.py", "%2e%2e/app.py", "app.py", "/etc/passwd"]
)
def test_no_file_but_our_own_is_given_out(page: Page, name: str):
    assert page.client.get(f"/static/{name}").status_code == 404


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.1", "localhost", "example.org"])
def test_no_other_machine_is_served(attacked, host: str):
    with pytest.raises(CounterclaimError, match="this machine alone"):
        serve(attacked, "Ana", lambda _: None, host)


def test_the_command_refuses_another_machine_in_one_line(attacked, capsys):
    assert run(["serve", str(attacked), "--host", "0.0.0.0"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_what_is_not_text_is_a_download(page: Page):
    for name in ("json", "csv", "acled"):
        answer = page.client.get(f"/exports/{name}")
        assert answer.headers["content-disposition"].startswith("attachment")
