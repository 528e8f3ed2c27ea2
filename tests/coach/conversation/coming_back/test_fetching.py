"""What has to be fetched, for whoever speaks while they fetch it: in short, and with the time left."""

from dataclasses import replace
from datetime import timedelta

import pytest

from helpers.content import CONTENT, LIBRARY
from helpers.scenes import idle
from skill.coach.conversation.coming_back.aside import aside
from skill.coach.conversation.coming_back.fetching import TO_FETCH, TO_PUT_READY, seconds_to_fetch
from skill.coach.conversation.events import Arrived, NotUnderstood, Resume
from skill.coach.conversation.scene import Scene
from skill.coach.practice.cues.cues import Said, Silence, length, spoken_text
from skill.coach.topics.coaching.navigation import arrived, go_on
from skill.coach.topics.starting.first_answer import begin
from skill.coach.turn import catch_up
from skill.library.loading import load_language
from skill.words import Words

LANGUAGES = {tag: Words(load_language(CONTENT, tag, LIBRARY)) for tag in ("de", "en")}
IN_BOTH = pytest.mark.parametrize("tag", sorted(LANGUAGES))
EACH = pytest.mark.parametrize("name", ["supine_hamstring_strap", "full_back", "everyday_back"])
ASIDE = "A word."


def spoken_to(tag: str, name: str, share: float) -> tuple[Scene, float]:
    """Somebody new who speaks when that share of the fetching is over, and the seconds that are left."""
    scene = replace(idle(), words=LANGUAGES[tag])
    stretches = LIBRARY.routines[name].stretches if name in LIBRARY.routines else (name,)
    begun = begin(scene, name, stretches)
    sent = begun.state.practice.sent
    at = sent.lead - sent.fetch + share * sent.fetch
    there = replace(scene, state=begun.state, now=scene.now + timedelta(seconds=at))
    return catch_up(there, NotUnderstood())[0], (1 - share) * sent.fetch


@EACH
@IN_BOTH
def test_in_the_middle_of_it_the_things_alone_are_named_again(tag, name):
    """And there is as much time as was left, but not the first words once more."""
    scene, left = spoken_to(tag, name, 0.6)
    answer = aside(scene, ASIDE).reply.answer
    said, things, *rest = answer
    assert said.text == ASIDE
    assert isinstance(things, Said)
    whole = [scene.words.say("needed_wait", turn, things="@").partition("@")[2] for turn in (0, 1)]
    assert not any(each.strip(". ") in spoken_text(answer) for each in whole)
    quiet = next(n for n, cue in enumerate(rest) if cue.place is not None)
    assert left - 1.0 <= length(rest[:quiet]) <= left + 1.0
    assert any(isinstance(cue, Silence) for cue in rest[:quiet])


@EACH
@IN_BOTH
def test_before_it_all_of_it_is_still_to_come(tag, name):
    """Nothing of it was heard: it is told as it would have been."""
    scene, _ = spoken_to(tag, name, -0.05 if name in LIBRARY.routines else 0.0)
    outcome = aside(scene, ASIDE)
    sent = outcome.state.practice.sent
    assert sent.fetch == seconds_to_fetch(scene, scene.practice, scene.place) > TO_PUT_READY
    assert length(outcome.reply.answer) > sent.fetch


@EACH
@IN_BOTH
def test_a_second_interruption_leaves_what_is_left(tag, name):
    """It does not begin anew: the seconds of fetching run on."""
    scene, left = spoken_to(tag, name, 0.4)
    again = aside(scene, ASIDE)
    sent = again.state.practice.sent
    at = sent.lead - 0.5 * sent.fetch
    later = replace(scene, state=again.state, now=scene.now + timedelta(seconds=at))
    caught_up, _ = catch_up(later, NotUnderstood())
    assert 0 < caught_up.to_fetch < left


@EACH
@IN_BOTH
def test_whoever_says_to_go_on_has_it(tag, name):
    """And whoever is in position, too: nothing is named, and nobody waits."""
    scene, _ = spoken_to(tag, name, 0.6)
    for event, act in ((Resume(), go_on), (Arrived(), arrived)):
        outcome = act(scene, event)
        assert outcome.state.practice.sent.fetch == 0.0
        assert outcome.state.practice.sent.lead < TO_PUT_READY < TO_FETCH
