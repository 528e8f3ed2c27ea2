"""What is shown beside an answer, as a directive."""

from typing import Any

from skill.make_fast.past_the_sdk import AsWritten


def screen_directive(token: str, shown: dict[str, Any]) -> AsWritten:
    """The directive that has a device show a document with its data.

    Args:
        token: What is touched in it comes back with this.
        shown: `document` and `datasources`.
    """
    return AsWritten({"type": "Alexa.Presentation.APL.RenderDocument", "token": token, **shown})
