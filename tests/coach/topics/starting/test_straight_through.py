"""A whole practice at once, for a recording: nobody asks, and nobody answers."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from helpers.content import LIBRARY
from helpers.scenes import idle
from skill.coach.practice.cues.cues import Said, spoken_text
from skill.coach.practice.place import WORK_PHASES
from skill.coach.practice.practice import OWN
from skill.coach.topics.starting.straight_through import straight_through
from skill.library.records import Level

ENTRIES = [*LIBRARY.stretches, *LIBRARY.routines]

TO_THE_COACH = re.compile(r"\b(say|tell me|Alexa)\b|\?", re.IGNORECASE)


@pytest.mark.parametrize("entry", ENTRIES)
def test_nothing_in_it_waits_for_a_word(entry):
    """On any day, to somebody new as well: no question, no offer, nothing to be said first."""
    for day in range(14):
        scene = idle()
        scene = replace(scene, now=scene.now + timedelta(days=day))
        scene = scene.with_preferences(taught=False, introduced=False)
        straight = straight_through(scene, entry)
        asked = [text for cue in straight.cues if isinstance(cue, Said) for text in [cue.text]]
        assert [text for text in asked if TO_THE_COACH.search(text)] == []
        assert "Stop if anything hurts." in asked


@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize("level", Level)
def test_all_of_it_is_there(entry, level):
    """Every hold and every movement for all its seconds, to the words that end it."""
    straight = straight_through(idle(), entry, level)
    worked: dict[tuple, float] = {}
    for cue in straight.cues:
        if cue.place is not None and cue.place.phase in WORK_PHASES:
            key = (cue.place.item, cue.place.repetition, cue.place.side)
            worked[key] = worked.get(key, 0.0) + cue.seconds
    wanted = {
        (number, effort.repetition, effort.side): effort.seconds
        for number, item in enumerate(straight.practice.items)
        for effort in item.efforts
    }
    assert worked.keys() == wanted.keys()
    assert all(worked[key] == pytest.approx(wanted[key], abs=0.01) for key in wanted)
    assert straight.cues[-1].place is None


def test_it_is_done_as_the_person_does_it():
    """At their level, without what they leave out, and a routine of their own by its name."""
    full = LIBRARY.routines["loosen_up"].stretches
    without = idle(left_out=(full[0],), level=Level.GENTLE, routines={"evening": ("bridge",)})
    items = straight_through(without, "loosen_up").practice.items
    assert [item.stretch for item in items] == list(full[1:])
    gentle = LIBRARY.stretches[full[1]].doses[Level.GENTLE]
    assert items[0].work == gentle.work
    longer = straight_through(without, "loosen_up", "longer").practice.items
    assert longer[0].work == LIBRARY.stretches[full[1]].doses[Level.LONGER].work
    own = straight_through(without, f"{OWN}evening")
    assert [item.stretch for item in own.practice.items] == ["bridge"]
    assert "evening" in spoken_text(own.cues) or not own.practice.is_routine


def test_where_everything_is_left_out_there_is_nothing():
    """Nobody is coached through what they do not want."""
    stretches = LIBRARY.routines["loosen_up"].stretches
    assert straight_through(idle(left_out=stretches), "loosen_up") is None
