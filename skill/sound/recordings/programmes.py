"""A practice made ready to be rendered: its cues, and what its parts are called."""

from skill.coach.practice.practice import OWN
from skill.coach.topics.starting.straight_through import Straight
from skill.sound.recordings.rendering import Programme
from skill.words import Words


def programme_of(straight: Straight, words: Words) -> Programme:
    """A whole practice, with the titles of a language."""
    return Programme(
        title=words.title(_name(straight.practice.name, words)),
        before=words.title(words.say("sound_before")),
        names=[words.title(words.stretch(item.stretch).name) for item in straight.practice.items],
        pause=words.language.speaking.sentence,
        cues=straight.cues,
    )


def _name(name: str, words: Words) -> str:
    if name.startswith(OWN):
        return name.removeprefix(OWN)
    if name in words.language.stretches:
        return words.stretch(name).name
    return words.routine(name).name
