"""Starting a stretch or a routine, and finding out which one is meant."""

import difflib
from dataclasses import replace

from skill.coach.answer import part
from skill.coach.coming_back import things_in_reach
from skill.coach.composing import ask, coach, coming_out, told_first
from skill.coach.cues import length
from skill.coach.encoding import encode_time
from skill.coach.events import Asked, Choose, StartRoutine, StartStretch
from skill.coach.practice import Item, Practice, Talk
from skill.coach.resting import put_aside
from skill.coach.scene import Scene, Turn
from skill.coach.state import Mode, Question, Wanted
from skill.library.records import Level, Stretch
from skill.words.numbers import roughly

KNOWN_AFTER = 2
"""How often a stretch was finished before its instructions become brief."""

OFFERED_AT_ONCE = 3
"""How many choices are named in one breath."""

FROM_THE_FLOOR = ("lying", "bed", "kneeling", "sitting", "standing")
"""Heights of the body in the order they are offered: nobody is sent to a wall by surprise."""

NEAR_ENOUGH = 0.6
"""How alike two names must be, from 0 to 1, for one to be offered instead of the other."""


def start_stretch(scene: Scene, event: StartStretch) -> Turn:
    """Start the stretch that was named, once it is clear which."""
    ids = event.stretch.ids
    if len(ids) == 1:
        return begin(scene, ids[0], ids)
    if ids:
        return ask_which(scene, Wanted.START, ids)
    return ask_nearest(scene, Wanted.START, event.stretch)


def start_routine(scene: Scene, event: StartRoutine) -> Turn:
    """Start the routine that was named; some ask first whether a thing is there."""
    ids = event.routine.ids
    if not ids and event.seconds is not None:
        return _nearest_in_length(scene, event.seconds)
    if not ids:
        return _unknown_routine(scene, event.routine)
    routine = scene.library.routines[ids[0]]
    if routine.asks_for is None:
        return _begin_without_avoided(scene, routine.id, routine.stretches)
    thing = scene.words.language.equipment[routine.asks_for]
    return ask(
        scene,
        "",
        scene.say("ask_equipment", thing=thing),
        mode=Mode.CONFIRMING,
        wanted=Wanted.EQUIPMENT,
        options=(routine.id,),
    )


def start_routine_named(scene: Scene, routine: str) -> Turn:
    """Start a routine by its id."""
    return start_routine(scene, StartRoutine(Asked((routine,), routine)))


def start_with_equipment(scene: Scene, routine: str, *, there: bool) -> Turn:
    """Start a routine after the answer about what it asks for; without it, leave out what needs it."""
    record = scene.library.routines[routine]
    if there:
        return _begin_without_avoided(scene, routine, record.stretches)
    kept = tuple(s for s in record.stretches if record.asks_for not in _stretch(scene, s).equipment)
    left = [scene.name_of(s) for s in record.stretches if s not in kept]
    told = scene.say("left_out", stretches=scene.words.all_of(left))
    return _begin_without_avoided(scene, routine, kept, told)


def begin(scene: Scene, name: str, stretches: tuple[str, ...], *told: str) -> Turn:
    """Start a practice of these stretches.

    Args:
        scene: The conversation.
        name: The stretch or routine it is started as.
        stretches: Its stretches, in order.
        *told: What is said before anything else.
    """
    out = coming_out(scene)
    scene = put_aside(scene)
    scene, practice = _cautioned(scene, _practice(scene, name, stretches))
    place = practice.place_of(0)
    lead = [out, *told]
    if practice.is_routine:
        lead.append(_overview(scene, practice))
    if not scene.profile.preferences.taught:
        lead.append(scene.say("teach_interrupting"))
        scene = scene.with_preferences(taught=True)
    lead.append(_eased(scene, stretches))
    lead.append(things_in_reach(scene, practice, place))
    return coach(scene, practice, place, scene.said(*lead))


def _cautioned(scene: Scene, practice: Practice) -> tuple[Scene, Practice]:
    """A practice whose stretches tell their cautions, each of them once in a person's life."""
    heard = list(scene.profile.preferences.cautioned)
    items = []
    for item in practice.items:
        new = tuple(c for c in _stretch(scene, item.stretch).cautions if c not in heard)
        heard += new
        items.append(replace(item, cautions=new))
    return scene.with_preferences(cautioned=tuple(heard)), replace(practice, items=tuple(items))


def _eased(scene: Scene, stretches: tuple[str, ...]) -> str:
    """Which of these are done gently because of what the person once said of them alone."""
    preferences = scene.profile.preferences
    gentle = [s for s in stretches if preferences.levels.get(s) is Level.GENTLE]
    if not gentle or preferences.level is Level.GENTLE:
        return ""
    names = scene.words.all_of([scene.name_of(stretch) for stretch in gentle])
    return scene.say("kept_gentle", stretches=names)


def ask_which(scene: Scene, wanted: Wanted, options: tuple[str, ...]) -> Turn:
    """Ask which of several is meant: stretches by position, the one that suits the body first."""
    if len(options) == 1:
        return _did_you_mean(scene, wanted, options)
    if options[0] in scene.library.routines:
        names = [scene.name_of(routine) for routine in options[:OFFERED_AT_ONCE]]
        question = scene.say("which_routine", choices=scene.words.one_of(names))
        return ask(scene, "", question, mode=Mode.CHOOSING, wanted=wanted, options=options)
    ordered = _in_order(scene, options)
    chosen = scene.profile.preferences.choices.get(namesakes(options))
    if chosen in options:
        return _same_as_last(scene, wanted, chosen, ordered)
    return ask(
        scene,
        scene.say("which_one_count", count=len(options)),
        scene.say("which_one", choices=_told_apart(scene, ordered[:OFFERED_AT_ONCE])),
        mode=Mode.CHOOSING,
        wanted=wanted,
        options=ordered,
    )


def ask_nearest(scene: Scene, wanted: Wanted, asked: Asked) -> Turn:
    """Offer what comes nearest to a name nobody knows; ask for a name where none was heard."""
    if asked.is_nameless:
        return ask(scene, "", scene.say("ask_for_a_name"), mode=scene_mode(scene))
    near = nearest(scene, asked.heard)
    told = scene.say("unknown_stretch", heard=asked.heard)
    if not near:
        return ask(scene, told, scene.say("ask_list"), mode=scene_mode(scene))
    if len(near) == 1:
        return _did_you_mean(scene, wanted, near, told)
    names = scene.words.one_of([scene.name_of(option) for option in near])
    question = scene.say("nearest", choices=names)
    return ask(scene, told, question, mode=Mode.CHOOSING, wanted=wanted, options=near)


def choices_after(scene: Scene, event: Choose, question: Question) -> tuple[str, ...]:
    """Which of a question's options an answer by place or number picks."""
    options = question.options
    if event.ordinal == "any":
        return options[:1]
    if event.ordinal == "last":
        return options[:OFFERED_AT_ONCE][-1:]
    if event.ordinal.isdigit():
        number = int(event.ordinal)
        return options[number - 1 : number]
    stretches = [option for option in options if option in scene.library.stretches]
    return tuple(s for s in stretches if event.place and _height(scene, s) == event.place)


def nearest(scene: Scene, heard: str) -> tuple[str, ...]:
    """Up to three stretches whose names come near to what was heard, the nearest first."""
    names = {
        name.lower(): entry
        for entry, words in scene.words.language.stretches.items()
        for name in (words.name, *words.synonyms)
    }
    telling = {_telling(scene, name): entry for name, entry in names.items()}
    wanted = _telling(scene, heard.lower())
    close = difflib.get_close_matches(wanted, telling, n=9, cutoff=NEAR_ENOUGH)
    return tuple(dict.fromkeys(telling[name] for name in close))[:OFFERED_AT_ONCE]


def scene_mode(scene: Scene) -> Mode:
    """The mode a question leaves that is not about anything: a practice under way then waits."""
    return Mode.PAUSED if scene.state.under_way else Mode.IDLE


def namesakes(options: tuple[str, ...]) -> str:
    """One key for a set of stretches that answer to the same name."""
    return "+".join(sorted(options))


def _same_as_last(scene: Scene, wanted: Wanted, chosen: str, ordered: tuple[str, ...]) -> Turn:
    """Offer what was meant the last time; no asks for the others."""
    others = tuple(option for option in ordered if option != chosen)
    question = scene.say("same_as_last", stretch=scene.name_of(chosen))
    options = (chosen, *others)
    return ask(scene, "", question, mode=Mode.CONFIRMING, wanted=wanted, options=options)


def _did_you_mean(scene: Scene, wanted: Wanted, option: tuple[str, ...], told: str = "") -> Turn:
    question = scene.say("did_you_mean", stretch=scene.name_of(option[0]))
    return ask(scene, told, question, mode=Mode.CONFIRMING, wanted=wanted, options=option)


def _unknown_routine(scene: Scene, asked: Asked) -> Turn:
    told = scene.say("unknown_routine", heard=asked.heard) if asked.heard else ""
    return told_first(scene, told, ask_which(scene, Wanted.START, tuple(scene.library.routines)))


def item_of(scene: Scene, stretch: str) -> Item:
    """A stretch as this person does it: their level, their own seconds, and how well they know it."""
    record = _stretch(scene, stretch)
    preferences = scene.profile.preferences
    dose = record.doses[preferences.levels.get(stretch, preferences.level)]
    own = preferences.holds.get(stretch)
    talk = preferences.manner.talk
    known = scene.profile.times_done(stretch) >= KNOWN_AFTER
    return Item(
        stretch=stretch,
        work=dose.work,
        repetitions=1 if dose.kind == "movement" else dose.repetitions.value,
        sides=record.sides,
        brief=talk is Talk.LITTLE or (known and talk is not Talk.MUCH),
        changes=((0, own),) if own is not None and dose.kind != "movement" else (),
    )


def _begin_without_avoided(scene: Scene, routine: str, stretches: tuple[str, ...], *told: str) -> Turn:
    """Start a routine without what this person does not want; that is said, and never why."""
    avoided = [s for s in stretches if s in scene.profile.preferences.left_out]
    kept = tuple(s for s in stretches if s not in avoided)
    if not kept:
        return ask(scene, scene.say("nothing_left_of_it"), scene.say("ask_what_next"))
    if avoided:
        names = scene.words.all_of([scene.name_of(stretch) for stretch in avoided])
        told = (*told, scene.say("left_out_as_wished", stretches=names))
    return begin(scene, routine, kept, *told)


def _nearest_in_length(scene: Scene, seconds: float) -> Turn:
    """Offer the routine whose length comes nearest to what was wished for."""
    lengths = {
        routine.id: _length(scene, _practice(scene, routine.id, routine.stretches))
        for routine in scene.library.routines.values()
    }
    nearest_one = min(lengths, key=lambda routine: abs(lengths[routine] - seconds))
    told = scene.say(
        "nearest_routine",
        routine=scene.name_of(nearest_one),
        minutes=_minutes(lengths[nearest_one]),
    )
    return ask(
        scene,
        told,
        scene.say("ask_that_one"),
        mode=Mode.CONFIRMING,
        wanted=Wanted.ROUTINE,
        options=(nearest_one,),
    )


def _overview(scene: Scene, practice: Practice) -> str:
    return scene.say(
        "routine_overview",
        routine=scene.name_of(practice.name),
        count=len(practice.items),
        minutes=_minutes(_length(scene, practice)),
    )


def _practice(scene: Scene, name: str, stretches: tuple[str, ...]) -> Practice:
    return Practice(
        id=encode_time(scene.now),
        name=name,
        items=tuple(item_of(scene, stretch) for stretch in stretches),
        body=scene.state.body,
        manner=scene.profile.preferences.manner,
    )


def _length(scene: Scene, practice: Practice) -> float:
    """Seconds a practice takes from here, as its timeline really runs."""
    cues = part(scene.score(practice), practice.place_of(0), practice.end, scene.state.body)
    return length(cues)


def _minutes(seconds: float) -> int:
    return max(1, round(roughly(seconds) / 60))


def _telling(scene: Scene, name: str) -> str:
    """A name without the words that half of all stretches have in theirs, such as "stretch"."""
    common = scene.words.language.phrases.common_words
    return " ".join(word for word in name.split() if word not in common) or name


def _told_apart(scene: Scene, options: tuple[str, ...]) -> str:
    """The options by position; where two share one, by what else tells them apart."""
    if len({_height(scene, option) for option in options}) == len(options):
        positions = [_stretch(scene, option).position for option in options]
        return scene.words.one_of([scene.words.position(each).name for each in positions])
    told = [scene.words.stretch(option).which for option in options]
    return scene.say("or_else").join(told)


def _in_order(scene: Scene, options: tuple[str, ...]) -> tuple[str, ...]:
    """Namesakes in the order they are offered: as the language lists them, the lying ones first.

    Where the body is known to be somewhere, what can be done there comes before everything else.
    """
    listed = next(
        (ids for ids in scene.words.language.shared_names.values() if set(ids) == set(options)),
        tuple(sorted(options, key=lambda option: FROM_THE_FLOOR.index(_height(scene, option)))),
    )
    if scene.state.practice is None:
        return listed
    here = scene.library.positions[scene.state.body].height
    return tuple(sorted(listed, key=lambda option: _height(scene, option) != here))


def _height(scene: Scene, stretch: str) -> str:
    return scene.library.positions[_stretch(scene, stretch).position].height


def _stretch(scene: Scene, stretch: str) -> Stretch:
    return scene.library.stretches[stretch]
