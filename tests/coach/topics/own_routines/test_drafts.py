"""A routine of one's own, put together by voice."""

from dataclasses import replace
from datetime import time

import pytest

from helpers.content import WORDS
from helpers.scenes import idle, practice, running, spot, told, waiting
from skill.coach.conversation.errands import FindReminders
from skill.coach.conversation.events import (
    AddStretch,
    Asked,
    AvoidStretch,
    Choose,
    CreateRoutine,
    Help,
    Pain,
    SaveRoutine,
    SetReminder,
    StartRoutine,
    StartStretch,
    Stop,
)
from skill.coach.conversation.scene import Scene
from skill.coach.conversation.state.questions import RoutineDraft, RoutineName, WhichStretch
from skill.coach.conversation.state.state import Course
from skill.coach.person.profile import ACCOUNT
from skill.coach.practice.place import Phase
from skill.coach.practice.practice import OWN
from skill.coach.topics.own_routines import adding, drafts, naming, saving, taking_out

EVENT = Help()
HIPS = ("supine_hip_flexor", "half_kneeling_hip_flexor", "standing_hip_flexor")
POSE = practice("childs_pose")
FULL = ("cat_cow",) * 12


def say(prompt: str, **fill) -> str:
    """A prompt as it is said in the first turn."""
    return idle().say(prompt, **fill)


def drafting(*stretches: str, scene: Scene | None = None, pending: tuple[str, ...] = ()) -> Scene:
    """An evening routine is being made, with these in it."""
    scene = scene if scene is not None else idle()
    return scene.with_state(
        question=RoutineDraft("evening", stretches, pending, of=ACCOUNT), asked="What next?"
    )


def asked_for_name(*stretches: str, again: bool = False) -> Scene:
    """A name was asked for."""
    return idle().with_state(question=RoutineName(stretches, again, of=ACCOUNT), asked="Its name?")


def add(*ids: str, heard: str = "") -> AddStretch:
    """One more, by a name that fits these."""
    return AddStretch(Asked(ids, heard or "so called" * bool(ids)))


def kept(outcome) -> dict:
    """The person's own routines after an answer."""
    return dict(outcome.profile.preferences.routines)


def test_a_new_routine_begins_with_its_name_or_by_asking_for_one():
    """Tidied, and empty so far."""
    outcome = naming.create(idle(), CreateRoutine(" after  work. "))
    assert outcome.state.question == RoutineDraft("after work", of=ACCOUNT)
    assert told(outcome).startswith(say("own_begun", routine="after work"))
    nameless = naming.create(idle(), CreateRoutine())
    assert (nameless.state.question, told(nameless)) == (RoutineName(of=ACCOUNT), say("own_name"))


def test_one_that_is_there_is_gone_on_with():
    """By its name as people say names; up to three of its stretches are named."""
    few = idle(routines={"Evening": ("bridge", "cat_cow")})
    outcome = naming.create(few, CreateRoutine("evening"))
    assert outcome.state.question == RoutineDraft("Evening", ("bridge", "cat_cow"), of=ACCOUNT)
    both = WORDS.all_of([few.name_of("bridge"), few.name_of("cat_cow")])
    assert told(outcome).startswith(say("own_has", routine="Evening", stretches=both))
    many = idle(routines={"evening": ("bridge", "cat_cow", "piriformis", "happy_baby")})
    last = many.name_of("happy_baby")
    assert told(naming.create(many, CreateRoutine("evening"))).startswith(
        say("own_has_many", routine="evening", count=4, stretch=last)
    )


@pytest.mark.parametrize(
    ("name", "prompt"),
    [
        ("my routine", "own_name_unclear"),
        ("x", "own_name_unclear"),
        ("1 2 3", "own_name_unclear"),
        ("ab", None),
        ("a" * 40, None),
        ("a" * (40 + 1), "own_name_unclear"),
        ("cat cow", "own_name_taken"),
        ("Everyday Back", "own_name_taken"),
    ],
)
def test_a_name_has_letters_is_short_and_is_nobody_elses(name, prompt):
    """Two letters at least; not that of a stretch or a routine of ours."""
    outcome = naming.create(idle(), CreateRoutine(name))
    if prompt is None:
        assert outcome.state.question == RoutineDraft(name, of=ACCOUNT)
    else:
        assert outcome.state.question == RoutineName(again=True, of=ACCOUNT)
        assert told(outcome).startswith(say(prompt, name=name))


def test_a_name_is_asked_for_twice_and_then_left():
    """Nothing is kept of it."""
    once = naming.name_unclear(asked_for_name("bridge"), EVENT)
    assert once.state.question == RoutineName(("bridge",), again=True, of=ACCOUNT)
    twice = naming.name_unclear(asked_for_name("bridge", again=True), EVENT)
    assert (twice.state.question, kept(twice)) == (None, {})
    assert told(twice).startswith(say("own_not_kept"))


def test_the_practice_there_is_is_kept_under_a_name():
    """Each of its stretches once, in their order; under way or just done."""
    whole = practice("cat_cow", "bridge", "cat_cow")
    for scene in (running(whole), idle().with_state(last=whole)):
        outcome = saving.save(scene, SaveRoutine("evening"))
        assert kept(outcome) == {"evening": ("cat_cow", "bridge")}
    assert told(saving.save(idle(), SaveRoutine("evening"))).startswith(say("own_nothing_to_save"))


def test_saving_goes_back_to_what_was():
    """A practice that runs goes on; how long the routine takes is said."""
    place = spot(POSE, Phase.HOLD, held=10.0)
    outcome = saving.save(running(POSE, place), SaveRoutine("evening"))
    assert outcome.state.practice.place == place
    assert outcome.state.course is Course.RUNNING
    assert say("own_saved", routine="evening", minutes=4) in told(outcome)
    unnamed = saving.save(running(POSE, place), SaveRoutine())
    assert unnamed.state.question == RoutineName(("childs_pose",), of=ACCOUNT)
    assert told(unnamed).endswith(say("own_name"))


@pytest.mark.parametrize(
    ("action", "event"),
    [
        (naming.name_it, SaveRoutine("after work")),
        (naming.name_by_stretch, StartStretch(Asked((), "after work"))),
        (naming.name_by_routine, StartRoutine(Asked((), "after work"))),
        (naming.name_by_reminder, SetReminder(heard="after work")),
    ],
)
def test_where_a_name_was_asked_for_whatever_sounds_like_one_is_it(action, event):
    """For the stretches there are, or to begin with."""
    assert kept(action(asked_for_name("bridge"), event)) == {"after work": ("bridge",)}
    assert action(asked_for_name(), event).state.question == RoutineDraft("after work", of=ACCOUNT)


def test_a_reminder_with_a_time_is_a_reminder_and_without_words_nothing():
    """Even where a name was asked for."""
    wish = SetReminder(at=time(7))
    assert naming.name_by_reminder(asked_for_name(), wish) == FindReminders(wish)
    unclear = naming.name_by_reminder(asked_for_name(), SetReminder())
    assert unclear.state.question == RoutineName(again=True, of=ACCOUNT)


def test_something_else_than_a_name_does_not_use_up_a_try():
    """The name comes first."""
    outcome = naming.name_first(asked_for_name("bridge"), EVENT)
    assert outcome.state.question == RoutineName(("bridge",), of=ACCOUNT)
    assert told(outcome) == f"{say('own_name_first')} {say('own_name')}"


def test_a_stretch_is_added_and_said():
    """At the end; the same one may come twice."""
    outcome = adding.add(drafting("bridge"), add("bridge"))
    assert outcome.state.question == RoutineDraft("evening", ("bridge", "bridge"), of=ACCOUNT)
    assert told(outcome) == f"{say('own_added', stretch=idle().name_of('bridge'))} {say('own_next')}"


def test_what_is_not_known_is_not_added():
    """An unknown name is said back, no name asks for one."""
    unknown = adding.add(drafting("bridge"), add(heard="flamingo"))
    assert unknown.state.question == RoutineDraft("evening", ("bridge",), of=ACCOUNT)
    assert told(unknown).startswith(say("unknown_stretch", heard="flamingo"))
    assert told(adding.add(drafting(), add())) == say("own_next")


def test_of_several_namesakes_the_one_meant_last_is_added_or_it_is_asked():
    """Asked, they wait in the draft."""
    asked = adding.add(drafting("bridge"), add(*HIPS))
    assert asked.state.question == RoutineDraft("evening", ("bridge",), HIPS, of=ACCOUNT)
    known = drafting(scene=idle(choices={"+".join(sorted(HIPS)): HIPS[1]}))
    assert adding.add(known, add(*HIPS)).state.question.stretches == (HIPS[1],)


@pytest.mark.parametrize(
    ("event", "added"),
    [
        (Choose("", "2"), HIPS[1]),
        (Choose("", "1"), HIPS[0]),
        (Choose("standing", ""), HIPS[2]),
        (Choose("", "last"), HIPS[0]),
        (Choose("", "9"), None),
        (Choose("", "0"), None),
        (Choose("sitting", ""), None),
        (Choose(), None),
    ],
)
def test_which_of_them_is_answered_by_place_or_number(event, added):
    """Otherwise how to go on is said, and nothing is added."""
    outcome = adding.choose(drafting("bridge", pending=HIPS), event)
    expected = ("bridge", added) if added else ("bridge",)
    assert outcome.state.question == RoutineDraft("evening", expected, of=ACCOUNT)
    assert (say("own_how") in told(outcome)) is (added is None)


def test_a_routine_is_full_with_twelve():
    """The twelfth is added and it is said; a thirteenth is not."""
    twelfth = adding.add(drafting(*FULL[1:]), add("bridge"))
    assert len(twelfth.state.question.stretches) == 12
    assert say("own_full") in told(twelfth)
    thirteenth = adding.add(drafting(*FULL), add("bridge"))
    assert thirteenth.state.question.stretches == FULL
    assert told(thirteenth) == f"{say('own_full')} {say('own_full_next')}"
    eleventh = adding.add(drafting(*FULL[2:]), add("bridge"))
    assert say("own_full") not in told(eleventh)


def test_where_none_of_several_goes_in_nothing_is_said_to_have_gone_in():
    """Of names that nobody knows, and in a routine that is full."""
    unknown = AddStretch(Asked((), "flamingo"), then=(Asked((), "heron"),))
    asked = adding.add(drafting("bridge"), unknown)
    assert told(asked) == f"{say('unknown_stretch', heard='flamingo')} {say('own_next')}"
    assert asked.state.question.stretches == ("bridge",)
    known = AddStretch(Asked(("bridge",)), then=(Asked(("cat_cow",)),))
    assert told(adding.add(drafting(*FULL), known)) == f"{say('own_full')} {say('own_full_next')}"


def test_a_stretch_is_taken_out_by_name_or_the_last_one():
    """One that is not in it is said to be none."""
    scene = drafting("bridge", "cat_cow", "happy_baby")

    def remove(*ids: str):
        return taking_out.remove(scene, AvoidStretch(Asked(ids, "so called" * bool(ids))))

    assert remove("bridge").state.question.stretches == ("cat_cow", "happy_baby")
    assert remove().state.question.stretches == ("bridge", "cat_cow")
    assert told(remove("piriformis")).startswith(say("own_not_in_it"))
    assert told(taking_out.remove(drafting(), AvoidStretch(Asked()))).startswith(say("own_not_in_it"))


def test_that_is_all_keeps_it_and_asks_what_next():
    """Nothing of the question is left; an empty one is not kept."""
    outcome = saving.done(drafting("bridge", "cat_cow"), EVENT)
    assert kept(outcome) == {"evening": ("bridge", "cat_cow")}
    assert outcome.state.question is None
    assert told(outcome).endswith(say("ask_what_next"))
    empty = saving.done(drafting(), EVENT)
    assert kept(empty) == {}
    assert told(empty).startswith(f"{say('own_empty')} {say('own_not_kept')}")


def test_another_name_in_the_end_is_its_name():
    """Without one it keeps its own."""
    assert kept(naming.name_draft(drafting("bridge"), SaveRoutine("morning"))) == {
        "morning": ("bridge",)
    }
    assert kept(naming.name_draft(drafting("bridge"), SaveRoutine())) == {"evening": ("bridge",)}


def test_ten_routines_are_kept_and_one_of_them_may_be_changed():
    """An eleventh is refused; a known name is no eleventh."""
    ten = {f"number {n} is" + "x" * n: ("bridge",) for n in range(10)}
    full = idle(routines=ten)
    refused = saving.done(drafting("cat_cow", scene=full), EVENT)
    assert kept(refused) == ten
    assert told(refused).startswith(say("own_too_many"))
    one_less = idle(routines=dict(list(ten.items())[1:]))
    assert "evening" in kept(saving.done(drafting("cat_cow", scene=one_less), EVENT))
    again = full.with_state(question=RoutineDraft(next(iter(ten)), ("cat_cow",), of=ACCOUNT))
    assert kept(saving.done(again, EVENT))[next(iter(ten))] == ("cat_cow",)


def test_dropped_nothing_is_kept_and_leaving_says_only_what_came_of_it():
    """Whoever says stop is asked nothing."""
    assert told(saving.drop(drafting("bridge"), EVENT)).startswith(say("own_not_kept"))
    gone = saving.drop_and_leave(drafting("bridge"), Stop())
    assert (gone.reply.ends_session, told(gone), kept(gone)) == (True, say("own_not_kept"), {})
    left = saving.done_and_leave(drafting("bridge"), Stop())
    assert left.reply.ends_session
    assert kept(left) == {"evening": ("bridge",)}
    assert "?" not in told(left)


def test_one_without_a_name_is_not_lost_to_a_stop():
    """It gets a name that none of the others has, and the name is said."""
    scene = idle()
    for name in ("home stretches", "home stretches two"):
        question = RoutineDraft("", ("bridge",), of=ACCOUNT)
        left = saving.done_and_leave(scene.with_state(question=question), Stop())
        assert kept(left)[name] == ("bridge",)
        assert name in told(left)
        assert left.reply.ends_session
        scene = idle().with_routines(kept(left))


def test_pain_comes_first_and_the_draft_stays_where_nothing_is_under_way():
    """An emergency ends the session; in a practice it is asked what it is."""
    outcome = drafts.hurts_meanwhile(drafting("bridge"), Pain())
    assert told(outcome) == f"{say('hurts_idle')} What next?"
    assert outcome.state.question == RoutineDraft("evening", ("bridge",), of=ACCOUNT)
    assert drafts.hurts_meanwhile(drafting(), Pain("chest_pain")).reply.ends_session
    practising = drafting("bridge", scene=waiting(POSE))
    assert not isinstance(drafts.hurts_meanwhile(practising, Pain()).state.question, RoutineDraft)


def test_help_and_what_was_not_understood_keep_the_draft():
    """Which of several was meant is not asked any more."""
    scene = drafting("bridge", pending=HIPS)
    assert told(drafts.tell_how(scene, EVENT)) == f"{say('own_how')} {say('own_next')}"
    assert told(drafts.unknown_stretch(scene, EVENT)).startswith(say("own_unknown"))
    for action in (drafts.tell_how, drafts.unknown_stretch):
        assert action(scene, EVENT).state.question == RoutineDraft("evening", ("bridge",), of=ACCOUNT)


def test_adding_to_ones_own_routine_under_way():
    """It is kept with one more at its end, and the practice goes on."""
    whole = replace(POSE, name=OWN + "evening")
    scene = running(whole, scene=idle(routines={"evening": ("childs_pose",)}))
    outcome = adding.add_elsewhere(scene, add("bridge"))
    assert kept(outcome) == {"evening": ("childs_pose", "bridge")}
    assert [item.stretch for item in outcome.state.practice.practice.items] == ["childs_pose"]


@pytest.mark.parametrize(
    ("name", "kept_so_far", "ids"),
    [
        ("everyday_back", ("childs_pose",), ("bridge",)),
        (OWN + "evening", (), ("bridge",)),
        (OWN + "evening", FULL, ("bridge",)),
    ],
)
def test_elsewhere_add_means_to_do_it(name, kept_so_far, ids):
    """In a routine of ours, in one that has gone, in a full one; several namesakes are asked about."""
    routines = {"evening": kept_so_far} if kept_so_far else {}
    scene = running(replace(POSE, name=name), scene=idle(routines=routines))
    assert adding.add_elsewhere(scene, add(*ids)).state.practice.practice.name == "bridge"
    several = adding.add_elsewhere(idle(), add(*HIPS))
    assert isinstance(several.state.question, WhichStretch)


def test_a_guests_routine_is_the_guests():
    """Kept under who spoke, and not under who opened the session."""
    guest = replace(idle().profile, person="amzn1.ask.person.GUEST")
    scene = replace(idle(), guest=guest)
    begun = naming.create(scene, CreateRoutine("evening"))
    assert begun.state.question == RoutineDraft("evening", of=guest.person)
    draft = RoutineDraft("evening", ("bridge",), of=guest.person)
    outcome = saving.done(scene.with_state(question=draft), EVENT)
    assert kept(outcome) == {}
    assert outcome.guest.preferences.routines == {"evening": ("bridge",)}
