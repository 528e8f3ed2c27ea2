"""The errors Limber Back raises on purpose.

Every message is for the person who reads it: it says what is wrong, and what would be right.
"""


def in_one_line(text: str) -> str:
    """A message with what others wrote in it, as one line: what cannot be shown is a question mark."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)


class LimberError(Exception):
    """An error that a person can correct; the message says how."""


class ContentError(LimberError):
    """The content has problems; the message lists them all, one `file: key: problem` a line."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class SettingError(LimberError):
    """A setting or an option cannot be used; the message names it and gives one that can be used."""


class StoreError(LimberError):
    """Progress could not be read or written now; the coaching goes on without."""


class ErasedError(LimberError):
    """A change builds on data that has been deleted since; a new session starts without that data."""


class VoiceError(LimberError):
    """A voice is not there, or could not speak a sentence; the message says what to install or give."""


class SoundError(LimberError):
    """A stream of sound cannot be made or kept now, or is not there: the coaching goes on by speech."""


class BackupError(LimberError):
    """A backup cannot be read, or would overwrite what is kept; nothing was written."""


class TooManyErrandsError(LimberError):
    """A topic sent the shell on errand after errand without an answer: a bug in that topic."""


class UnreadableStateError(LimberError):
    """Session attributes are of another version or damaged; the stored place still counts."""


class UnreadableEnvelopeError(LimberError):
    """A body is no request from Alexa; the message says why."""


class UnverifiedRequestError(LimberError):
    """A request is not Alexa's, not for this skill, or not made now; the message says which."""
