"""The exit statuses of the command line, all of them."""

import signal

FAILED = 1
"""The content or the models have a problem, or the output could not be written."""

MISTAKE = 2
"""An error that a person can correct in their command."""

LEFT = {
    getattr(signal, name): 128 + number
    for name, number in (("SIGHUP", 1), ("SIGINT", 2), ("SIGTERM", 15))
    if hasattr(signal, name)  # Windows has no SIGHUP
}
"""The window was closed, Ctrl-C was typed, or the process was told to end: by a shell's custom 128 and
the signal's number."""

INTERRUPTED = LEFT[signal.SIGINT]
