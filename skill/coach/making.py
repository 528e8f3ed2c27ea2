"""Putting a routine of one's own together by voice: its name, then its stretches, one by one.

Nothing is kept before the end: whoever drops it, or whose session runs out, has changed nothing.
"""

from skill.coach import hurting
from skill.coach.asking import inform
from skill.coach.choosing import OFFERED_AT_ONCE, scene_mode
from skill.coach.composing import ask, ask_the_same, close
from skill.coach.events import (
    AddStretch,
    Asked,
    AvoidStretch,
    Choose,
    CreateRoutine,
    Event,
    Pain,
    SaveRoutine,
    SetReminder,
    StartRoutine,
    StartStretch,
)
from skill.coach.own_routines import own_named, plain, telling
from skill.coach.practice import OWN
from skill.coach.preparing import minutes_of, practice_of, seconds_of
from skill.coach.reminding import set_reminder
from skill.coach.scene import NAMED, Scene, Turn
from skill.coach.starting import start_stretch
from skill.coach.state import Mode, Question, Wanted

MOST_ROUTINES, MOST_STRETCHES = 10, 12
"""How many routines are kept, and how many stretches in each: they travel with every answer."""

SHORTEST_NAME, LONGEST_NAME = 2, 40
"""Letters that a name has at least, and characters at most: what is longer was misheard."""

OR = "?"
"""In a question's options, stands before the stretches that the last name may mean."""

NAMES = (Wanted.NAME, Wanted.NAME_AGAIN)


def create(scene: Scene, event: CreateRoutine) -> Turn:
    """Begin a new routine, or go on with one that is there: ask for its name, then for stretches."""
    name = _tidy(event.name)
    if not name:
        return _ask_for_name(scene, ())
    if known := own_named(scene, Asked(heard=name)):
        kept = scene.profile.preferences.routines[known]
        return _making(scene, known, kept, _what_it_has(scene, known, kept), scene.say("own_change"))
    if problem := _problem(scene, name):
        return _ask_for_name(scene, (), problem)
    return _making(scene, name, (), scene.say("own_begun", routine=name), scene.say("own_first"))


def save(scene: Scene, event: SaveRoutine) -> Turn:
    """A name, for the practice there is: "save this as morning stretch"."""
    if scene.state.practice is None:
        told, question = scene.say("own_nothing_to_save"), scene.say("ask_what_next")
        return ask(scene, told, question, mode=scene_mode(scene))
    stretches = dict.fromkeys(item.stretch for item in scene.state.practice.items)
    return _named(scene, _tidy(event.name), tuple(stretches)[:MOST_STRETCHES])


def name_it(scene: Scene, event: SaveRoutine) -> Turn:
    """A name while a routine is being made: the one that was asked for, or a better one."""
    question, name = _question(scene), _tidy(event.name)
    if question.wanted not in NAMES:
        return _named(scene, name or question.options[0], _stretches(question))
    if question.options:
        return _named(scene, name, question.options)
    return create(scene, CreateRoutine(name))


def add(scene: Scene, event: AddStretch | StartStretch) -> Turn:
    """One more stretch; where a name was asked for, a stretch alone is the name."""
    asked = event.stretch
    if _question(scene).wanted in NAMES:
        if isinstance(event, AddStretch):
            return _name_first(scene)
        return name_it(scene, SaveRoutine(asked.heard))
    name, stretches = _made(scene)
    if not asked.ids:
        told = scene.say("unknown_stretch", heard=asked.heard) if asked.heard else ""
        return _making(scene, name, stretches, told, scene.say("own_next"))
    known = [chosen for chosen in scene.profile.preferences.choices.values() if chosen in asked.ids]
    if len(asked.ids) > 1 and not known:
        return _ask_which(scene, name, stretches, asked.ids)
    stretch = (known or list(asked.ids))[0] if len(asked.ids) > 1 else asked.ids[0]
    if len(stretches) >= MOST_STRETCHES:
        return _full(scene, name, stretches)
    told = scene.say("own_added", stretch=scene.name_of(stretch))
    if len(stretches) + 1 == MOST_STRETCHES:
        return _full(scene, name, (*stretches, stretch), told)
    return _making(scene, name, (*stretches, stretch), told, scene.say("own_next"))


def add_elsewhere(scene: Scene, event: AddStretch) -> Turn:
    """Add to the own routine under way, or done last; without one, a wish to do that stretch now."""
    practice = scene.state.practice
    name = practice.name.removeprefix(OWN) if practice is not None else ""
    kept = scene.profile.preferences.routines.get(name, ())
    is_own = practice is not None and practice.name.startswith(OWN) and kept
    if not is_own or len(event.stretch.ids) != 1 or len(kept) >= MOST_STRETCHES:
        return start_stretch(scene, StartStretch(event.stretch))
    stretch = event.stretch.ids[0]
    routines = {**scene.profile.preferences.routines, name: (*kept, stretch)}
    told = scene.say("own_added_to", stretch=scene.name_of(stretch), routine=name)
    return inform(scene.with_preferences(routines=routines), told)


def name_by_routine(scene: Scene, event: StartRoutine) -> Turn:
    """Something that sounds like a routine: the name that was asked for, or not a stretch."""
    if _question(scene).wanted in NAMES:
        return name_it(scene, SaveRoutine(event.routine.heard))
    return ask_again(scene, event)


def name_by_reminder(scene: Scene, event: SetReminder) -> Turn:
    """Without a time it is no reminder where a name was asked for: "after work" may be the name."""
    if _question(scene).wanted not in NAMES or event.at is not None:
        return set_reminder(scene, event)
    return name_it(scene, SaveRoutine(event.heard)) if event.heard else ask_again(scene, event)


def choose(scene: Scene, event: Choose) -> Turn:
    """Which of several namesakes belongs into the routine."""
    options = _question(scene).options
    pending = options[options.index(OR) + 1 :] if OR in options else ()
    heights = {s: scene.library.positions[scene.library.stretches[s].position].height for s in pending}
    number = int(event.ordinal) if event.ordinal.isdigit() else int(bool(event.ordinal))
    by_number = pending[number - 1 : number] if number else ()
    fitting = [s for s in pending if heights[s] == event.place] if event.place else by_number
    if len(fitting) != 1:
        return ask_again(scene, event)
    return add(scene, AddStretch(Asked((fitting[0],), fitting[0])))


def remove(scene: Scene, event: AvoidStretch) -> Turn:
    """Take a stretch out again; without a name, the last one."""
    if _question(scene).wanted in NAMES:
        return _name_first(scene)
    name, stretches = _made(scene)
    named = [stretch for stretch in stretches if stretch in event.stretch.ids]
    gone = stretches[-1:] if event.stretch.is_nameless else tuple(named[:1])
    if not gone:
        return _making(scene, name, stretches, scene.say("own_not_in_it"), scene.say("own_next"))
    told = scene.say("own_removed", stretch=scene.name_of(gone[0]))
    kept = tuple(stretch for stretch in stretches if stretch not in gone)
    return _making(scene, name, kept, told, scene.say("own_next"))


def done(scene: Scene, _: Event) -> Turn:
    """That is all: keep it, unless there is nothing in it."""
    if _question(scene).wanted in NAMES:
        return drop(scene, _)
    return _named(scene, *_made(scene))


def done_and_leave(scene: Scene, event: Event) -> Turn:
    """The same, and goodbye: whoever says stop does not want to be asked anything."""
    finished = done(scene, event)
    return close(scene.with_profile(finished.profile).with_state(mode=Mode.IDLE), _told(finished))


def drop(scene: Scene, _: Event) -> Turn:
    """Not after all: nothing is kept of what was being made."""
    return _given_up(scene)


def hurts(scene: Scene, event: Pain) -> Turn:
    """It hurts, which comes first; where nothing is under way, the routine goes on being made."""
    turn = hurting.hurts(scene, event)
    if turn.reply.ends_session or scene.state.under_way:
        return turn
    return inform(scene, scene.say("hurts_idle"))


def tell_how(scene: Scene, _: Event) -> Turn:
    """Asked for help, or opened again: what can be said now."""
    if _question(scene).wanted in NAMES:
        return _name_first(scene)
    name, stretches = _made(scene)
    return _making(scene, name, stretches, scene.say("own_how"), scene.say("own_next"))


def ask_again(scene: Scene, event: Event) -> Turn:
    """An answer that is none: once more for the name; for a stretch, what can be said."""
    question = _question(scene)
    if question.wanted in NAMES:
        return _ask_for_name(scene, question.options, scene.say("own_name_unclear"))
    return tell_how(scene, event)


def not_understood(scene: Scene, event: Event) -> Turn:
    """Not understood: mostly the name of a stretch that is none of ours."""
    if _question(scene).wanted in NAMES:
        return ask_again(scene, event)
    name, stretches = _made(scene)
    told = f"{scene.say('own_unknown')} {scene.say('ask_list')}"
    return _making(scene, name, stretches, told, scene.say("own_next"))


def _named(scene: Scene, name: str, stretches: tuple[str, ...]) -> Turn:
    """Keep a routine under a name, if both are any good."""
    known = scene.profile.preferences.routines
    name = own_named(scene, Asked(heard=name)) or name
    if not stretches:
        return _given_up(scene, scene.say("own_empty"))
    if problem := _problem(scene, name):
        return _ask_for_name(scene, stretches, problem if name else "")
    if name not in known and len(known) >= MOST_ROUTINES:
        return _given_up(scene, scene.say("own_too_many"))
    scene = scene.with_preferences(routines={**known, name: stretches})
    minutes = minutes_of(seconds_of(scene, practice_of(scene, OWN + name, stretches)))
    told = scene.say("own_saved", routine=name, minutes=minutes)
    if scene.state.mode is Mode.MAKING:
        scene = scene.with_state(question=None, mode=scene_mode(scene))
    return inform(scene, told)


def _problem(scene: Scene, name: str) -> str:
    """Why a name cannot be one; empty where it can."""
    language = scene.words.language
    taken = {
        plain(each)
        for named in (language.stretches, language.routines)
        for words in named.values()
        for each in (words.name, *words.synonyms)
    }
    if (
        not telling(scene, name)
        or len(name) > LONGEST_NAME
        or sum(map(str.isalpha, name)) < SHORTEST_NAME
    ):
        return scene.say("own_name_unclear")
    return scene.say("own_name_taken", name=name) if plain(name) in taken else ""


def _what_it_has(scene: Scene, name: str, stretches: tuple[str, ...]) -> str:
    """All of it by name, as long as an ear can take it in; of more, how many and the last."""
    names = [scene.name_of(stretch) for stretch in stretches]
    if len(names) > NAMED:
        return scene.say("own_has_many", routine=name, count=len(names), stretch=names[-1])
    return scene.say("own_has", routine=name, stretches=scene.words.all_of(names))


def _name_first(scene: Scene) -> Turn:
    """Something else than a name: that comes first, and nothing was wrong with it so far."""
    return ask_the_same(scene, scene.say("own_name_first"), scene.say("own_name"))


def _ask_for_name(scene: Scene, stretches: tuple[str, ...], problem: str = "") -> Turn:
    """Ask for a name with an example; once more where it is no good, and then leave it."""
    asked = scene.state.question.wanted if scene.state.question is not None else None
    if asked is Wanted.NAME_AGAIN:
        return _given_up(scene)
    wanted = Wanted.NAME_AGAIN if problem or asked is Wanted.NAME else Wanted.NAME
    question = scene.say("own_name")
    return ask(scene, problem, question, mode=Mode.MAKING, wanted=wanted, options=stretches)


def _ask_which(scene: Scene, name: str, stretches: tuple[str, ...], ids: tuple[str, ...]) -> Turn:
    offered = ids[:OFFERED_AT_ONCE]
    question = scene.say("nearest", choices=scene.words.one_of([scene.name_of(s) for s in offered]))
    return _making(scene, name, (*stretches, OR, *offered), "", question)


def _making(scene: Scene, name: str, stretches: tuple[str, ...], told: str, question: str) -> Turn:
    options = (name, *stretches)
    return ask(scene, told, question, mode=Mode.MAKING, wanted=Wanted.STRETCHES, options=options)


def _full(scene: Scene, name: str, stretches: tuple[str, ...], *told: str) -> Turn:
    text = " ".join((*told, scene.say("own_full")))
    return _making(scene, name, stretches, text, scene.say("own_full_next"))


def _given_up(scene: Scene, told: str = "") -> Turn:
    scene = scene.with_state(question=None)
    text = " ".join(filter(None, (told, scene.say("own_not_kept"))))
    return ask(scene, text, scene.say("ask_what_next"), mode=scene_mode(scene))


def _question(scene: Scene) -> Question:
    if scene.state.question is None:
        raise LookupError(f"no question while {scene.state.mode}")
    return scene.state.question


def _made(scene: Scene) -> tuple[str, tuple[str, ...]]:
    """The name and the stretches of the routine being made."""
    question = _question(scene)
    return question.options[0], _stretches(question)


def _stretches(question: Question) -> tuple[str, ...]:
    stretches = question.options[1:]
    return stretches[: stretches.index(OR)] if OR in stretches else stretches


def _told(turn: Turn) -> str:
    return turn.state.said.removesuffix(turn.state.asked).strip()


def _tidy(name: str) -> str:
    return " ".join(name.split()).strip(" .,!?")
