"""Which stretches may be meant: namesakes in the order they are offered, and the nearest names."""

import difflib

from skill.coach.conversation.care.verdicts import is_refused
from skill.coach.conversation.scene import Scene
from skill.library.records import FROM_THE_FLOOR, Stretch

OFFERED_AT_ONCE = 3
"""How many choices one question names."""

NEAR_ENOUGH = 0.6
"""How alike two names have to be, from 0 to 1, for the one to be offered in place of the other."""


def likeliest(scene: Scene, options: tuple[str, ...], body: str) -> str:
    """Of several stretches of one name the one chosen last time, else one that suits the body."""
    chosen = scene.profile.preferences.choices.get(namesakes(options), "")
    here = scene.library.positions[body].height
    return chosen if chosen in options else min(options, key=lambda o: height(scene, o) != here)


def nearest(scene: Scene, heard: str) -> tuple[str, ...]:
    """The ids of up to three stretches whose names resemble what was heard, the nearest first."""
    names = {
        name.lower(): entry
        for entry, words in scene.words.language.stretches.items()
        for name in (words.name, *words.synonyms)
    }
    telling = {_telling(scene, name): entry for name, entry in names.items()}
    wanted = _telling(scene, heard.lower())
    close = difflib.get_close_matches(wanted, telling, n=9, cutoff=NEAR_ENOUGH)
    return tuple(dict.fromkeys(telling[name] for name in close))[:OFFERED_AT_ONCE]


def others_to_offer(scene: Scene) -> tuple[str, ...]:
    """Some stretches to offer where no name is like the one that was said; others each time."""
    left = scene.profile.preferences.left_out
    known = [s for s in scene.library.stretches if s not in left and not is_refused(scene, s)]
    first = scene.state.turns * OFFERED_AT_ONCE % len(known) if known else 0
    return tuple((known[first:] + known[:first])[:OFFERED_AT_ONCE])


def namesakes(options: tuple[str, ...]) -> str:
    """One key for a set of stretches that share a name."""
    return "+".join(sorted(options))


def share_a_name(scene: Scene, options: tuple[str, ...]) -> bool:
    """Whether there is a name that all of these stretches have: then their positions tell them apart."""
    return any(set(options) <= set(ids) for ids in scene.words.language.shared_names.values())


def _telling(scene: Scene, name: str) -> str:
    """A name without words that many names of stretches have, such as "stretch"."""
    common = scene.words.language.phrases.common_words
    return " ".join(word for word in name.split() if word not in common) or name


def told_apart(scene: Scene, options: tuple[str, ...]) -> str:
    """The options by position; where two share a position, by what else distinguishes them."""
    if len({height(scene, option) for option in options}) == len(options):
        positions = [_stretch(scene, option).position for option in options]
        return scene.words.one_of([scene.words.position(each).name for each in positions])
    told = [scene.words.stretch(option).which for option in options]
    return scene.say("or_else").join(told)


def in_order(scene: Scene, options: tuple[str, ...]) -> tuple[str, ...]:
    """The options in the order they are offered: as the language lists them, or the lying ones first.

    Once something was practised, stretches at the body's present height come first.
    """
    listed = next(
        (ids for ids in scene.words.language.shared_names.values() if set(ids) == set(options)),
        tuple(sorted(options, key=lambda option: FROM_THE_FLOOR.index(height(scene, option)))),
    )
    if scene.state.latest is None:
        return listed
    here = scene.library.positions[scene.state.body].height
    return tuple(sorted(listed, key=lambda option: height(scene, option) != here))


def height(scene: Scene, stretch: str) -> str:
    """The height that a stretch is done at: an id of the `PLACE` slot type."""
    return scene.library.positions[_stretch(scene, stretch).position].height


def _stretch(scene: Scene, stretch: str) -> Stretch:
    return scene.library.stretches[stretch]
