"""The service as it is started: `limber serve`, and gunicorn with the settings that come along."""

import contextlib
import http.client
import json
import shutil
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from helpers.recorded_events import EVENTS, SKILL_ID
from helpers.web_servers import GUNICORN, LIMBER, PATIENCE, ROOT, desk, environment, gunicorn
from skill.errors import SettingError
from skill.settings import Settings, read_settings
from skill.web import desk as desk_module
from skill.web.wsgi import create_application

VISITORS = 8
WALK = Path(__file__).parent / "virtual_alexa"
SECRET = "of these tests, thirty-two letters long"  # noqa: S105 - nobody's


def get(address: str, data: bytes | None = None) -> int:
    """The status of one request."""
    try:
        with urllib.request.urlopen(address, data, timeout=PATIENCE) as answer:  # noqa: S310 - loopback
            return answer.status
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def answer_to(request: urllib.request.Request) -> dict:
    """The answer to a request, which is sent again where the service gave the connection up.

    It does so when nothing comes for three seconds: a busy machine may be slower to send what it has.
    """
    for _ in range(PATIENCE):
        with (
            contextlib.suppress(http.client.RemoteDisconnected, ConnectionResetError),
            urllib.request.urlopen(request, timeout=PATIENCE) as answer,  # noqa: S310 - loopback
        ):
            return json.load(answer)
    raise RuntimeError(f"{request.full_url} gives every connection up")


def post_raw(address: str, body: bytes) -> int:
    """The status of a large request, whose sender is told before it has sent everything."""
    with socket.create_connection(("127.0.0.1", int(address.rpartition(":")[2])), PATIENCE) as client:
        client.sendall(b"POST /alexa HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % len(body))
        with contextlib.suppress(ConnectionError):
            client.sendall(body)
        return int(client.recv(100).split()[1])


def refusal(folder: Path, command: list[str | Path], **settings: str) -> str:
    """The one line with which a service gives up."""
    done = subprocess.run(  # noqa: S603
        command,
        cwd=folder,
        env=environment(folder, **settings),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    return line


# The desk


def test_the_desk_serves_the_coach_and_refuses_what_is_not_alexas(tmp_path):
    """Verification is on unless somebody switches it off, and the coach is there in any case."""
    event = json.dumps(EVENTS["launch"]).encode()
    with desk(tmp_path) as address:
        assert get(f"{address}/") == 200
        assert get(f"{address}/readyz") == 200
        assert get(f"{address}/alexa", event) == 400


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::", "example.org"])  # noqa: S104 - refused
def test_no_verify_works_on_loopback_only(tmp_path, host):
    """Where others can reach it, everything is verified: one line says so, exit 2."""
    line = refusal(tmp_path, [LIMBER, "serve", "--no-verify", "--host", host])
    assert line.startswith("limber: --no-verify works on loopback only")


def test_a_port_that_is_taken_is_said_in_one_line(tmp_path):
    """And what to do about it."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        line = refusal(tmp_path, [LIMBER, "serve", "--port", str(port), "--store", "memory:"])
    assert line == (
        f"limber: cannot listen at 127.0.0.1, port {port}: Address already in use;"
        " give another --port or --host"
    )


def test_an_independent_client_walks_a_conversation(tmp_path):
    """The independent client virtual-alexa has a conversation, with nothing but model and address."""
    node = shutil.which("node")
    if node is None or not (WALK / "node_modules").is_dir():
        pytest.skip(f"needs node, and: npm ci --prefix {WALK.relative_to(ROOT)}")
    with desk(tmp_path, "--no-verify") as address:
        done = subprocess.run(  # noqa: S603
            [node, "walk.js", f"{address}/alexa", ROOT / "interaction_models/en-US.json"],
            cwd=WALK,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=True,
        )
    turns = {turn["turn"]: turn for turn in map(json.loads, done.stdout.splitlines())}
    assert "Welcome to Limber Back" in turns["launch"]["ssml"]
    assert "child's pose" in turns["start"]["ssml"].lower()
    assert "four minutes" in turns["question"]["ssml"]
    assert "open limber back" in turns["pause"]["reprompt"]
    assert "child's pose" in turns["resume"]["ssml"].lower()
    assert "the loosen up routine" in turns["routine"]["ssml"].lower()
    assert turns["stop"]["ends"]
    assert "Welcome to Limber Back" not in turns["again"]["ssml"]  # no stranger any more
    assert all(not turn["ends"] for name, turn in turns.items() if name != "stop")


# Production


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Where the production service keeps its file and its log."""
    return tmp_path_factory.mktemp("production")


@pytest.fixture(scope="module")
def production(folder) -> Iterator[str]:
    """Two workers of gunicorn on one SQLite file, with the settings that come along."""
    settings = {
        "LIMBER_SKILL_ID": SKILL_ID,
        "LIMBER_STORE": f"sqlite:{folder / 'x.db'}",
        "LIMBER_BROWSER_COACH": "on",
        "LIMBER_SECRET": SECRET,
    }
    with gunicorn(folder, **settings) as address:
        yield address


def test_gunicorn_serves_with_the_settings_that_come_along(production, folder):
    """What is not signed gets a 400, what is too large a 413; why is in the log, without tracebacks."""
    assert get(f"{production}/readyz") == 200
    assert get(f"{production}/alexa") == 405
    assert get(f"{production}/alexa", json.dumps(EVENTS["launch"]).encode()) == 400
    assert get(f"{production}/alexa", b"not JSON") == 400
    assert post_raw(production, b"x" * 5_000_000) == 413
    assert get(f"{production}/") == 200
    lines = [json.loads(line) for line in (folder / "log").read_text().splitlines()]
    refused = [line["message"] for line in lines if "refused" in line["message"]]
    assert refused == [
        "a request to /alexa was refused: it was not made now",
        "a request to /alexa was refused: it is not JSON",
    ]
    assert not [line for line in lines if "error" in line]


def test_slow_clients_keep_nobody_else_waiting_for_long(tmp_path):
    """More slow clients than threads, in the middle of a header or a body, do not block others."""
    halves = [
        b"POST /alexa HTTP/1.1\r\nHost: x\r\nContent-",
        b"POST /alexa HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n{",
    ]
    settings = {"LIMBER_SKILL_ID": SKILL_ID, "LIMBER_STORE": f"sqlite:{tmp_path / 'x.db'}"}
    with gunicorn(tmp_path, "--workers", "1", "--threads", "2", **settings) as address:
        port = int(address.rpartition(":")[2])
        slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(3)]
        for number, client in enumerate(slow):
            client.sendall(halves[number % 2])
        assert get(f"{address}/healthz") == 200
        for client in slow:
            client.close()


def test_slow_clients_keep_nobody_waiting_at_a_desk(tmp_path):
    """At a desk every connection has a thread of its own, so that slow clients do not block others."""
    with desk(tmp_path) as address, contextlib.ExitStack() as slow:
        where = ("127.0.0.1", int(address.rpartition(":")[2]))
        for _ in range(2 * PATIENCE // desk_module._QuietHandler.timeout):
            client = slow.enter_context(socket.create_connection(where))
            client.sendall(b"POST /alexa HTTP/1.1\r\nHost: x\r\nContent-")
        assert get(f"{address}/healthz") == 200


def test_workers_share_what_is_kept(production):
    """Whoever takes a turn finds what another worker wrote; of many at once none is lost."""
    failed = []

    def visit(address: str, number: int) -> None:
        user = f"0f8fad5b-d9cb-469f-a165-7086772895{number:02x}"
        session, at = "", 0
        for wish in ({"say": "open limber back"}, {"start": "happy_baby"}, {"end": "silence"}):
            body = {**wish, "session": session, "at": f"2026-11-20T08:{at:02}:00+00:00", "zone": "UTC"}
            request = urllib.request.Request(  # noqa: S310 - loopback
                f"{address}/api/turn",
                json.dumps(body).encode(),
                {"X-Limber-User": user, "Content-Type": "application/json"},
            )
            session = answer_to(request)["session"]
            at += 15
        progress = urllib.request.Request(  # noqa: S310 - loopback
            f"{address}/api/progress?at=2026-11-20T09:00:00Z&zone=UTC", headers={"X-Limber-User": user}
        )
        if answer_to(progress)["stretches"] != 1:
            failed.append(number)

    with ThreadPoolExecutor(VISITORS) as pool:
        visits = [pool.submit(visit, production, number) for number in range(VISITORS)]
    for each in visits:
        each.result()
    assert failed == []


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        (Settings("sqlite:x.db"), "LIMBER_SKILL_ID"),
        (Settings("memory:", skill_id=SKILL_ID), "LIMBER_STORE"),
        (Settings("sqlite:x.db", skill_id=SKILL_ID, browser_coach=True), "LIMBER_SECRET"),
        (Settings("sqlite:x.db", skill_id=SKILL_ID, browser_coach=True, secret="s"), "LIMBER_SECRET"),  # noqa: S106
    ],
)
def test_production_does_not_start_without_what_it_needs(settings, named):
    """Named by its setting, with what would be right."""
    with pytest.raises(SettingError, match=named):
        create_application(settings)


GOOD = {"LIMBER_SKILL_ID": SKILL_ID, "LIMBER_STORE": "sqlite:x.db"}


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"LIMBER_SKILL_ID": ""}, "LIMBER_SKILL_ID is not set: "),
        ({"LIMBER_SKILL_ID": "mine"}, "LIMBER_SKILL_ID is 'mine': it must be a skill's id, "),
        ({"LIMBER_STORE": ""}, "LIMBER_STORE is not set: give sqlite:<path> or dynamodb:<table>"),
        ({"LIMBER_STORE": "memory:"}, "LIMBER_STORE is memory:, which workers do not share; "),
        ({"LIMBER_STORE": "redis:x"}, "the store 'redis:x' is none of "),
        ({"LIMBER_BROWSER_COACH": "on", "LIMBER_SECRET": "s"}, "LIMBER_SECRET has fewer than 32 "),
    ],
)
def test_gunicorn_gives_up_in_one_line(tmp_path, settings, told):
    """What is wrong is seen once, before there are workers, and said without a traceback."""
    line = refusal(tmp_path, [*GUNICORN, "--bind", "127.0.0.1:0"], **(GOOD | settings))
    assert line.startswith(f"limber: {told}")


def test_the_settings_of_the_web_service_are_read():
    """From the environment, as all the others; a switch that is neither on nor off is refused."""
    read = read_settings({"HOME": "/", "LIMBER_BROWSER_COACH": "on", "LIMBER_SECRET": SECRET})
    assert (read.browser_coach, read.secret) == (True, SECRET)
    assert not read_settings({"HOME": "/"}).browser_coach
    with pytest.raises(SettingError, match="LIMBER_BROWSER_COACH is 'perhaps': it must be on or off"):
        read_settings({"HOME": "/", "LIMBER_BROWSER_COACH": "perhaps"})
