"""The errors Limber Back raises on purpose.

Every message is written for the person who reads it: what is wrong, and what would be right.
"""


class LimberError(Exception):
    """Something a person can put right; the message says how."""


class ContentError(LimberError):
    """The content has problems; the message lists them all, one `file: key: problem` a line."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class SettingError(LimberError):
    """A setting or an option cannot be used; the message names it and shows one that can."""


class StoreError(LimberError):
    """Progress could not be read or written now; the coaching goes on without."""


class ErasedError(LimberError):
    """What was to be added to has been deleted meanwhile; a new session begins afresh."""


class TooManyErrandsError(LimberError):
    """The shell was sent on errand after errand without an answer; a topic never comes to one."""


class UnreadableStateError(LimberError):
    """Session attributes from another version or from nowhere; the stored place still holds."""


class UnreadableEnvelopeError(LimberError):
    """What came in is no request of Alexa's; the message says why."""


class UnverifiedRequestError(LimberError):
    """A request that is not Alexa's, not for this skill, or not made now; the message says which."""
