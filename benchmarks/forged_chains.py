"""Genuine answers while made-up certificate addresses come in: one worker of gunicorn, on loopback.

    python benchmarks/forged_chains.py [SECONDS]

A hundred requests a second name an address that looks like Alexa's, a new one each, and what fetches
them takes a second to fail. Meanwhile somebody talks to the skill, signed, ten times a second. Prints
how long the genuine answers took; exits with 1 if one failed or took a second.
"""

import http.client
import os
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from web import CHAIN, Person, Result, gunicorn, prepare, signed

FORGED_A_SECOND, GENUINE_A_SECOND = 100, 10
SENDERS = 40
"""Connections on which the made-up ones come: as many as were enough to hold every thread once."""
LATENCY = 1.0
"""Seconds that the stand-in takes to find out that nothing lies at an address."""
SECONDS = 20.0
MOST = 1.0
"""Seconds that a genuine answer may take."""


def _post(port: int, body: bytes, chain: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("POST", "/alexa", body, signed(body) | {"SignatureCertChainUrl": chain})
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException):
        status = 0
    connection.close()
    return status


def _forge(port: int, number: int, body: bytes, ends: float, statuses: list[int]) -> None:
    pause, sent = SENDERS / FORGED_A_SECOND, 0
    due = time.monotonic() + pause * number / SENDERS
    while (now := time.monotonic()) < ends:
        if now < due:
            time.sleep(due - now)
        due += pause
        chain = CHAIN.replace("bench", f"made-up-{number}-{sent}")
        statuses.append(_post(port, body, chain))
        sent += 1


def main(seconds: float = SECONDS) -> int:
    """Print the figures; returns 1 if a genuine answer failed or came late."""
    now = datetime.now(UTC).replace(microsecond=0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder, now + timedelta(seconds=70))
        os.environ["LIMBER_BENCH_LATENCY"] = str(LATENCY)
        person, result, forged = Person(0, now), Result(), list[int]()
        body = person.request()
        with gunicorn("ours", folder, workers=1) as port:
            if (status := _post(port, body, CHAIN)) != 200:  # so that the worker has content and chain
                raise SystemExit(f"the service does not answer: {status}")
            ends = time.monotonic() + seconds
            senders = [
                threading.Thread(target=_forge, args=(port, number, body, ends, forged))
                for number in range(SENDERS)
            ]
            for sender in senders:
                sender.start()
            while time.monotonic() < ends:
                begun = time.monotonic()
                if (status := _post(port, body, CHAIN)) != 200:
                    result.failed.append(str(status))
                result.seconds.append(time.monotonic() - begun)
                time.sleep(1 / GENUINE_A_SECOND)
            for sender in senders:
                sender.join()
    ordered = sorted(result.seconds)
    middle, worst = ordered[len(ordered) // 2], ordered[-1]
    rate, let_in = len(forged) / seconds, sum(status == 200 for status in forged)
    print(f"{rate:.0f} made-up addresses a second, each a second to fetch; {let_in} let in")
    print(f"genuine answers: {len(ordered)}, {len(result.failed)} failed, milliseconds an answer:")
    print(f"  middle {1000 * middle:.0f}, worst {1000 * worst:.0f}")
    return 1 if result.failed or let_in or worst >= MOST else 0


if __name__ == "__main__":
    sys.exit(main(*(float(argument) for argument in sys.argv[1:])))
