"""A fork that tries one fault, and tells what came of it before its time is over."""

import json
import os
import select
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from tools.mutants.jobs import Job, Verdict


def tell(job: Job, trying: Callable[[Callable[[str], None]], None]) -> None:
    """Fork, try, and write the verdict down.

    Args:
        job: What is tried.
        trying: Done in the fork; says the test that noticed, or nothing.
    """
    told, telling = os.pipe()
    process = os.fork()
    if process == 0:
        os.setpgid(0, 0)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        try:
            trying(lambda by: os.write(telling, f"{by}\n".encode()) and None)
        finally:
            os._exit(0)
    os.close(telling)
    by, over = b"", False
    while not over:
        ready, _, _ = select.select([told], [], [], job.seconds)
        heard = os.read(told, 4096) if ready else b"time\n"
        by += heard
        over = not heard or by.endswith(b"\n")
    os.close(told)
    with suppress(ProcessLookupError):  # it has ended
        os.killpg(process, signal.SIGKILL)
    os.waitpid(process, 0)
    # A fork that dies without a word has been ended by the fault.
    by_whom = by.decode().rstrip("\n") if by else "import"
    verdict = Verdict(job.name, noticed=bool(by_whom), by=by_whom)
    with Path(os.environ["MUTANTS_VERDICTS"]).open("a") as verdicts:
        verdicts.write(json.dumps(asdict(verdict)) + "\n")
