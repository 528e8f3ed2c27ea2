"""What holds whatever another voice says in somebody's session."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from helpers.content import LIBRARY, WORDS
from helpers.random_wishes import moments, people, scripts
from helpers.talk import Talk
from skill.coach.conversation.events import (
    Asked,
    DeleteRoutine,
    ListRoutines,
    StartRoutine,
    Yes,
)
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.practice.cues.cues import spoken_text
from skill.coach.practice.practice import OWN
from skill.coach.voices import WISHES

NAME, OTHERS_NAME = "Zanzibar", "Timbuktu"
"""Names of routines that nothing else is called."""

ABOUT_ROUTINES = (
    ListRoutines(),
    DeleteRoutine(Asked()),
    DeleteRoutine(Asked((OWN + NAME,), "that one")),
    StartRoutine(Asked((OWN + NAME,), "that one")),
    StartRoutine(Asked((OWN + OTHERS_NAME,), "mine")),
    Yes(),
)


@given(data=st.data())
def test_another_voice_changes_no_wish_and_hears_no_name(data):
    """How the person wants it stays as it is, and nobody hears what another calls a routine."""
    kept = Preferences(routines={NAME: ("bridge",)}, left_out=("cat_cow",))
    opener = replace(data.draw(people()), person="one", preferences=kept)
    speaker = data.draw(st.sampled_from(["two", ACCOUNT]))
    theirs = Profile(speaker, Preferences(routines={OTHERS_NAME: ("bridge",)}))
    talk = Talk(LIBRARY, WORDS, opener, speaker=speaker, others={speaker: theirs})
    asked = st.tuples(st.sampled_from(ABOUT_ROUTINES), moments())
    script = [*data.draw(scripts(LIBRARY)), *data.draw(st.lists(asked, max_size=6))]
    for _, answer in talk.play(script):
        assert NAME not in spoken_text(answer.reply.spoken)
        after = answer.profile.preferences
        assert all(getattr(after, wish) == getattr(kept, wish) for wish in WISHES)
        assert after.routines == kept.routines
        assert all(OTHERS_NAME not in saved.practice.name for saved in answer.profile.practices)
