"""What the end of a session tells of its last answer: whether it was heard as sent, and how fast.

Nobody says so, but the clock does. A session in which nobody speaks lasts as long as its answer, the
time of listening, the reprompt, and listening once more. One that was over far sooner was cut off
somewhere, or its silences were left out: nothing of it is known to have been heard. Any other tells how
long the words really took.
"""

import math
from dataclasses import dataclass

from skill.coach.conversation.events import Ending, SessionEnded
from skill.coach.conversation.scene import Scene
from skill.coach.person.device import FASTEST, SLOWEST, KnownDevice
from skill.coach.practice.playback.hearing import LISTENING_GAP, Sent

TELLING = 0.5
"""How many seconds of silence there must be for each of words, for a session's length to tell the rate:
with its silences left out, such an answer is over before any voice could have said it with them."""

TWICE = 2
"""How often running an answer has to be over too early on a screen, whose view may end it for reasons of
its own, before that is held against the device."""


@dataclass(frozen=True)
class EndTold:
    """What is known once a session is over."""

    device: KnownDevice
    heard: float
    """Seconds of the last answer that were heard; infinity for all of it."""


def told_by_end(scene: Scene, sent: Sent, event: SessionEnded) -> EndTold:
    """What a session's end tells of its device and of its last answer; what is in doubt was not heard.

    Args:
        scene: The conversation when the last answer went out, now.
        sent: That answer; it coached.
        event: The end.
    """
    device = scene.profile.device
    passed = max(0.0, (scene.now - sent.at).total_seconds())
    if event.refused:
        return EndTold(device.refused(scene.now), 0.0)
    match event.why:
        case Ending.BY_ERROR:
            return EndTold(device, 0.0)
        case Ending.BY_USER:
            return EndTold(device, passed)
        case Ending.BY_SILENCE if sent.carried:
            return EndTold(device, passed)
        case Ending.BY_SILENCE:
            return _ran_out(scene, sent, passed, screen=event.screen)


def voice_rate(sent: Sent, passed: float) -> float:
    """How many times the usual time the words took, if all of an answer was heard in so many seconds."""
    if sent.spoken <= 0:
        return 1.0
    return sent.rate * (passed - sent.silent - 2 * LISTENING_GAP) / sent.spoken


def _ran_out(scene: Scene, sent: Sent, passed: float, *, screen: bool) -> EndTold:
    device, rate = scene.profile.device, voice_rate(sent, passed)
    if rate >= FASTEST:
        is_telling = rate <= SLOWEST and sent.silent >= TELLING * sent.spoken
        return EndTold(device.heard(scene.words.locale, rate if is_telling else None), math.inf)
    if screen and device.cut_short + 1 < TWICE:
        return EndTold(device.cut_off(), passed)
    return EndTold(device.refused(scene.now), 0.0)
