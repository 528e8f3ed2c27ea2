"""People who correct themselves in one breath, and two wishes that each have a length of their own."""

import pytest

from helpers.ears import ear_of
from skill.simulator.ear.interpretation import Interpretation

ENGLISH = [
    ("skip the left, no, sorry, skip the right one", "SkipSideIntent", {"side": "right"}),
    ("hold it for forty seconds no sorry fifty", "AdjustHoldIntent", {"duration": "PT50S"}),
    ("start child's pose no wait the bridge", "StartStretchIntent", {"stretch": "bridge"}),
    ("ten minutes for my hips, scratch that, eight", "StartRoutineIntent", {"minutes": "PT8M"}),
    ("remind me at seven, no, sorry, at eight", "ReminderIntent", {"time": "08:00"}),
    ("leave it out i mean the bridge", "SkipIntent", {"stretch": "bridge"}),
    ("next, no wait, go back", "AMAZON.PreviousIntent", {}),
    (
        "start the everyday routine no actually the full back routine",
        "StartRoutineIntent",
        {"routine": "full_back"},
    ),
    ("hold it longer i mean this is nice", "AdjustHoldIntent", {"change": "longer"}),
    ("it hurts no sorry it's fine", "PainIntent", {"symptom": "hurts"}),
]
GERMAN = [
    ("halte vierzig sekunden, nein, quatsch, fünfzig", "AdjustHoldIntent", {"seconds": 50}),
    ("mach die kobra, quatsch, die schulterbrücke", "StartStretchIntent", {"stretch": "bridge"}),
    ("zehn minuten, nee quatsch, acht", "StartRoutineIntent", {"minutes": "PT8M"}),
    ("erinnere mich um sieben, nein, moment, um acht", "ReminderIntent", {"time": "08:00"}),
    ("nein, nicht zehn, sondern fünfzehn minuten", "MeantLengthIntent", {"duration": "PT15M"}),
    ("lass die brücke aus, ich mein die kobra", "SkipIntent", {"stretch": "modified_cobra"}),
]
EACH_OF_TWO = [
    (
        "en-US",
        "happy baby for a minute then the bridge but only twice",
        {"stretch": "happy_baby", "duration": "PT1M", "second": "bridge", "then_times": "2"},
    ),
    (
        "en-US",
        "do the bridge three times and then child's pose once",
        {"stretch": "bridge", "times": "3", "second": "childs_pose", "then_times": "1"},
    ),
    (
        "en-US",
        "start the bridge then the cobra then child's pose",
        {"stretch": "bridge", "second": "modified_cobra", "third": "childs_pose"},
    ),
    (
        "de-DE",
        "die brücke dreimal und danach die kindeshaltung fünfzig sekunden",
        {"stretch": "bridge", "times": "3", "second": "childs_pose", "then_for": "PT50S"},
    ),
]

ONE_SIDE_LESS = [
    ("nach rechts lass ich heut mal weg", "right"),
    ("links herum mag ich heute nicht", "left"),
    ("mit dem rechten bein lass ich's heut", "right"),
]
TO_BEGIN_WITH = [
    ("en-US", "i'd like the figure four please beginning with my right leg", "right"),
    ("en-US", "start the knee to chest and we begin on the left", "left"),
    ("de-DE", "mach mal die liegende taube und fang mit rechts an", "right"),
]


def values_of(heard: Interpretation) -> dict[str, str | int | None]:
    """What each slot stands for: the id of a name, else its value."""
    return {name: slot.ids[0] if slot.ids else slot.value for name, slot in heard.slots.items()}


@pytest.mark.parametrize(
    ("locale", "said", "intent", "slots"),
    [("en-US", *row) for row in ENGLISH] + [("de-DE", *row) for row in GERMAN],
)
def test_what_is_meant_in_the_end_is_heard(
    locale: str, said: str, intent: str, slots: dict[str, str | int]
) -> None:
    """Who takes words back is understood as meaning the later ones; a complaint is never taken back."""
    heard = ear_of(locale).hear(said)
    assert heard.intent == intent
    assert values_of(heard).items() >= slots.items()


@pytest.mark.parametrize(("said", "side"), ONE_SIDE_LESS)
def test_a_side_that_is_named_is_the_only_one_left_out(said: str, side: str) -> None:
    """Nobody loses a whole stretch who only leaves out a side of it."""
    heard = ear_of("de-DE").hear(said)
    assert heard.intent == "SkipSideIntent"
    assert values_of(heard) == {"side": side}


@pytest.mark.parametrize(("locale", "said", "side"), TO_BEGIN_WITH)
def test_a_side_to_begin_with_is_not_the_only_one(locale: str, said: str, side: str) -> None:
    """Nobody loses a side who only says which comes first."""
    heard = values_of(ear_of(locale).hear(said))
    assert (heard.get("side"), heard.get("only")) == (side, None)


@pytest.mark.parametrize(("locale", "said", "slots"), EACH_OF_TWO)
def test_each_of_two_stretches_has_what_is_said_of_it(
    locale: str, said: str, slots: dict[str, str]
) -> None:
    """A length or a number belongs to the stretch it is said with, whichever stands first."""
    heard = ear_of(locale).hear(said)
    assert heard.intent == "StartStretchIntent"
    assert values_of(heard) == slots
