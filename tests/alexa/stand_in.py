"""A local stand-in for Alexa's services, and envelopes that point to it."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

from reminder_service import PATH, ReminderService

TOKEN = "a-token-of-this-session"  # noqa: S105 - nobody's


@dataclass
class Service:
    """What the stand-in answers, and what it was asked."""

    status: int = 200
    body: str = '"Europe/Berlin"'
    hangs: bool = False
    asked: list[tuple[str, str]] = field(default_factory=list)
    reminders: ReminderService = field(default_factory=lambda: ReminderService(TOKEN))
    url: str = ""
    over: Event = field(default_factory=Event)


@contextmanager
def alexas_services(service: Service) -> Iterator[Service]:
    """The stand-in on a free loopback port, for as long as the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path.startswith(PATH):
                self.do_reminders()
                return
            service.asked.append((self.path, self.headers.get("Authorization", "")))
            if service.hangs:
                service.over.wait(10)
                return
            self.send(service.status, service.body)

        def do_reminders(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(length).decode()
            if service.reminders.hangs:
                service.over.wait(10)
                return
            self.send(*service.reminders.answer(self.command, self.path, self.headers, body))

        def do_POST(self) -> None:
            self.do_reminders()

        def do_PUT(self) -> None:
            self.do_reminders()

        def do_DELETE(self) -> None:
            self.do_reminders()

        def send(self, status: int, text: str) -> None:
            body = text.encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service.url = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield service
    finally:
        service.over.set()
        server.shutdown()
        server.server_close()


def launch(service: Service, at: str, *, new: bool = True, attributes: dict | None = None) -> dict:
    """The envelope of a launch whose device's services are the stand-in's."""
    return {
        "version": "1.0",
        "session": {
            "new": new,
            "sessionId": "s",
            "application": {"applicationId": "a"},
            "attributes": attributes or {},
            "user": {"userId": "u"},
        },
        "context": {
            "System": {
                "application": {"applicationId": "a"},
                "user": {"userId": "u"},
                "device": {"deviceId": "kitchen", "supportedInterfaces": {}},
                "apiEndpoint": service.url,
                "apiAccessToken": TOKEN,
            }
        },
        "request": {
            "type": "LaunchRequest",
            "requestId": f"r-{time.monotonic_ns()}",
            "timestamp": at,
            "locale": "en-US",
        },
    }


def intent(envelope: dict, name: str, at: str, slots: dict | None = None) -> dict:
    """An envelope like another, with an intent in it."""
    changed = json.loads(json.dumps(envelope))
    changed["request"] = {
        "type": "IntentRequest",
        "requestId": f"r-{name}-{at}",
        "timestamp": at,
        "locale": "en-US",
        "dialogState": "COMPLETED",
        "intent": {"name": name, "confirmationStatus": "NONE", "slots": slots or {}},
    }
    return changed


def stretch_slot(entry: str) -> dict:
    """A stretch slot that entity resolution has matched."""
    return slot("stretch", entry)


def slot(name: str, entry: str) -> dict:
    """A slot that entity resolution has matched."""
    authority = {
        "authority": f"amzn1.er-authority.echo-sdk.a.{name}",
        "status": {"code": "ER_SUCCESS_MATCH"},
        "values": [{"value": {"name": entry, "id": entry}}],
    }
    return {
        name: {
            "name": name,
            "value": entry,
            "confirmationStatus": "NONE",
            "resolutions": {"resolutionsPerAuthority": [authority]},
        }
    }
