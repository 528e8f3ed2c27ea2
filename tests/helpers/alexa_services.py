"""A local stand-in for Alexa's services."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event

from helpers.alexa_reminders import PATH, ReminderService
from helpers.background import serve

TOKEN = "a-token-of-this-session"  # noqa: S105 - nobody's


@dataclass
class Service:
    """What the stand-in answers, and what it was asked."""

    status: int = 200
    body: str = '"Europe/Berlin"'
    hangs: bool = False
    asked: list[tuple[str, str]] = field(default_factory=list)
    reminders: ReminderService = field(default_factory=lambda: ReminderService(TOKEN))
    moved_to: str = ""
    """Where an answer points, if anywhere."""
    url: str = ""
    over: Event = field(default_factory=Event)


class Handler(BaseHTTPRequestHandler):
    """Answers for the service that its server stands in for."""

    server: "Server"

    def do_GET(self) -> None:
        """Reminders, or a setting of the device."""
        service = self.server.service
        if self.path.startswith(PATH):
            self.remind()
            return
        service.asked.append((self.path, self.headers.get("Authorization", "")))
        if service.hangs:
            service.over.wait()
            return
        self.send(service.status, service.body)

    def do_POST(self) -> None:
        """A new reminder."""
        self.remind()

    def do_PUT(self) -> None:
        """A reminder changed."""
        self.remind()

    def do_DELETE(self) -> None:
        """A reminder cancelled."""
        self.remind()

    def remind(self) -> None:
        """Have the reminders answer."""
        service = self.server.service
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        if service.reminders.hangs:
            service.over.wait()
            return
        self.send(*service.reminders.answer(self.command, self.path, self.headers, body))

    def send(self, status: int, text: str) -> None:
        """Answer in JSON, or in what is passed off as such."""
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        if self.server.service.moved_to:
            self.send_header("Location", self.server.service.moved_to)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Stands in for a service, on a free loopback port."""

    def __init__(self, service: Service) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.service = service
        service.url = f"http://127.0.0.1:{self.server_port}"


@contextmanager
def alexas_services(service: Service) -> Iterator[Service]:
    """The stand-in, for as long as the block lasts."""
    server = Server(service)
    serve(server)
    try:
        yield service
    finally:
        service.over.set()
        server.shutdown()
        server.server_close()
