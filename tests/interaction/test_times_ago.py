"""How long ago something was, as Alexa sends it: a length of time, or words for many years."""

import pytest

from helpers.unresolved import event
from skill.alexa.requests.durations import isomonths
from skill.coach.conversation.events import (
    AskCaution,
    Asked,
    HasCondition,
    HowLongAgo,
    ListStretches,
    StartRoutine,
    StartStretch,
)


@pytest.mark.parametrize(
    ("text", "months"),
    [("P4M", 4), ("P1Y6M", 18), ("P2Y", 24), ("P0D", 0), ("PT10M", None), ("P1YT2H", None), ("?", None)],
)
def test_a_long_duration_has_its_months(text, months):
    """One with hours or minutes is how long a practice is, and none."""
    assert isomonths(text) == months


def test_weeks_and_days_are_parts_of_a_month():
    """Thirteen weeks are three months, and so are ninety-one days."""
    assert isomonths("P13W") == pytest.approx(3, abs=0.02)
    assert isomonths("P91D") == pytest.approx(3, abs=0.02)


@pytest.mark.parametrize(
    ("intent", "values", "expected"),
    [
        (
            "ConditionIntent",
            {"condition": "a new hip", "ago": "P4M"},
            HasCondition("hip_replacement", months=4),
        ),
        ("ConditionIntent", {"ago": "P4M"}, HowLongAgo(4)),
        ("StartRoutineIntent", {"minutes": "P4M"}, HowLongAgo(4)),
        ("MeantLengthIntent", {"duration": "P2Y"}, HowLongAgo(24)),
        (
            "CautionIntent",
            {"condition": "a new hip", "ago": "P2Y"},
            AskCaution(Asked(), "hip_replacement", months=24),
        ),
        (
            "ListStretchesIntent",
            {"condition": "a new hip", "ago": "P2Y"},
            ListStretches(condition="hip_replacement", months=24),
        ),
        (
            "StartRoutineIntent",
            {"condition": "a new hip", "ago": "P2Y"},
            StartRoutine(Asked(), None, "hip_replacement", months=24),
        ),
        (
            "StartStretchIntent",
            {"condition": "a new hip", "ago": "P2Y"},
            StartStretch(Asked(), condition="hip_replacement", months=24),
        ),
        ("ConditionIntent", {"condition": "flugelitis", "ago": "P2Y"}, HasCondition(months=24)),
    ],
)
def test_the_time_comes_with_what_it_is_about(heard, intent, values, expected):
    """Alone it is an answer, in whichever intent Alexa heard it."""
    assert event(heard, intent, **values) == expected
