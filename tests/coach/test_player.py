"""What a device's player tells: the place is exact, and a stretch is counted once, in whatever order."""

import random
from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.content import LIBRARY, WORDS
from helpers.played import ALL_OF_IT, Streamed, said_to, scene_of, started
from helpers.random_wishes import people, scripts
from helpers.scenes import NOW, idle
from helpers.talk import Talk
from skill.bootstrap import silent_streams
from skill.coach.conversation import events
from skill.coach.conversation.events import Asked
from skill.coach.conversation.state.questions import PlayOn
from skill.coach.conversation.state.state import Course, Playing, State
from skill.coach.person.profile import ACCOUNT, KEPT_HISTORY, Leaving, Profile
from skill.coach.player import PlayerTold, after_player, following, with_played
from skill.coach.practice.cues.cues import length, spoken_text
from skill.coach.practice.place import WORK_PHASES, Phase
from skill.coach.practice.practice import OWN
from skill.stores.memory import MemoryStore

ROUTINE = "full_back"


@cache
def routine() -> Streamed:
    """The full routine, as the player has it."""
    return Streamed(started(ROUTINE))


def kept(profile: Profile, store: MemoryStore, told: PlayerTold) -> None:
    """Do what the shell does with what the player tells."""
    profile = store.open("a-household", ACCOUNT)
    _, change = after_player(scene_of(profile, told.at), told)
    if change is not None:
        store.write("a-household", ACCOUNT, change)


def opened(answer) -> MemoryStore:
    """A store in which an answer's practice is kept."""
    store = MemoryStore()
    store.write("a-household", ACCOUNT, answer.change)
    return store


def test_every_stretch_is_a_stream_of_its_own_that_ends_where_the_next_begins():
    """The whole practice is played, with nothing twice and nothing left out."""
    streams = routine().streams
    practice = routine().first.practice
    assert [play.start for play, _, _ in streams] == [
        practice.place_of(item) for item in range(len(practice.items))
    ]
    assert [timetable.end for _, timetable, _ in streams] == [
        practice.place_of(item + 1) for item in range(len(practice.items))
    ]
    for item, (_, timetable, _) in zip(practice.items, streams, strict=True):
        whole = sum(effort.seconds for effort in item.efforts)
        assert timetable.heard(ALL_OF_IT).worked == pytest.approx(whole, abs=0.001)


def test_the_place_is_exact_at_any_of_a_thousand_offsets():
    """In a hold to the millisecond, by its beginning in the stream; elsewhere the cue that sounds."""
    chance = random.Random(23)
    streams = routine().streams
    for _ in range(1000):
        number = chance.randrange(len(streams))
        play, timetable, _ = streams[number]
        offset = round(chance.uniform(0, timetable.seconds - 0.001), 3)
        told = routine().told(number, offset)
        # Whichever stretch it is in: what came before it has been kept.
        before = replace(
            routine().profile.practices[0], place=play.start, saved_at=told.at - timedelta(hours=1)
        )
        scene, change = after_player(scene_of(idle().profile.with_practice(before), told.at), told)
        (saved,) = change.practices if change is not None else scene.profile.practices
        place = saved.place
        begun = max((mark for mark in timetable.marks if mark.at <= offset), key=lambda mark: mark.at)
        assert (place.item, place.phase, place.repetition, place.side) == (
            begun.place.item,
            begun.place.phase,
            begun.place.repetition,
            begun.place.side,
        )
        if place.phase in WORK_PHASES:
            effort = [
                mark.at
                for mark in timetable.marks
                if mark.place.begun == place.begun and mark.place.held == 0
            ]
            assert place.held == pytest.approx(offset - effort[0], abs=0.0015)
        # And from there it goes on at that second.
        playing = with_played(scene, play.practice.id, play.played).state
        again = said_to(scene.profile, events.Resume(), playing, told.at + timedelta(minutes=1))
        if place.phase is Phase.HOLD:
            rest = silent_streams().made(again.reply.play, WORDS, 1.0).timetable
            first = next(mark for mark in rest.marks if mark.place.begun != place.begun)
            whole = play.practice.items[place.item].efforts
            seconds = whole[play.practice.items[place.item].number_at(place)].seconds
            assert first.at == pytest.approx(seconds - place.held, abs=0.025)


def all_told(streamed: Streamed) -> list[PlayerTold]:
    """Every event of a practice that is heard from end to end, stopped and gone on in the middle."""
    told = []
    for number, (_, timetable, _) in enumerate(streamed.streams):
        middle = round(timetable.seconds / 2, 3)
        told += [streamed.told(number, seconds) for seconds in (0.0, middle, middle + 0.001, ALL_OF_IT)]
    return told


@settings(max_examples=500)
@given(chance=st.randoms(use_true_random=False))
def test_no_order_of_events_loses_or_doubles_a_stretch(chance):
    """Doubled, late, in any order; some lost, but for the last: each stretch is counted once."""
    streamed = everyday()
    *others, last = all_told(streamed)
    told = [*chance.sample(others, chance.randint(0, len(others))), last]
    told += chance.choices(told, k=chance.randint(0, 8))
    if chance.random() < 0.8:
        chance.shuffle(told)
    store = opened(streamed.answer)
    for each in told:
        kept(streamed.profile, store, each)

    practice = streamed.first.practice
    history = list(store.history("a-household", ACCOUNT, NOW - KEPT_HISTORY))
    assert sorted(entry.item for entry in history) == list(range(len(practice.items)))
    whole = {
        number: round(sum(effort.seconds for effort in item.efforts))
        for number, item in enumerate(practice.items)
    }
    assert {entry.item: entry.seconds for entry in history} == whole
    profile = store.open("a-household", ACCOUNT)
    assert sum(tally.count for tally in profile.stretches.values()) == len(practice.items)
    assert not profile.unfinished


@cache
def everyday() -> Streamed:
    """A routine of four stretches, as the player has it."""
    answer = started("everyday_back")
    streamed = Streamed(answer)
    streamed.answer = answer
    return streamed


@given(st.randoms(use_true_random=False))
def test_the_place_never_goes_back(chance):
    """What comes late moves nothing: the place is that of the latest event so far."""
    streamed = everyday()
    store, furthest = opened(streamed.answer), None
    told = all_told(streamed)[:-1]
    chance.shuffle(told)
    for each in told:
        kept(streamed.profile, store, each)
        furthest = each if furthest is None else max(furthest, each, key=lambda event: event.at)
        (saved,) = store.open("a-household", ACCOUNT).unfinished
        assert saved.place == furthest.timetable.heard(furthest.seconds).place


def test_what_an_earlier_play_tells_late_moves_nothing():
    """After next, the end of what was played before comes in: the place stays where next led."""
    streamed = everyday()
    told = streamed.told(0, 40.0)
    scene, _ = after_player(scene_of(streamed.profile, told.at), told)
    playing = with_played(scene, told.practice, told.played).state
    after = said_to(scene.profile, events.Next(), playing, told.at)
    late = replace(told, seconds=41.0, at=told.at + timedelta(seconds=1))

    scene, change = after_player(scene_of(after.profile, late.at), late)

    assert change is None
    assert scene.profile.unfinished[0].place == after.reply.play.start


def test_a_play_that_could_not_be_kept_counts_once_the_player_tells_of_it():
    """The store lost the turn: the stream that came of it is newer than what is kept."""
    streamed = everyday()
    told = streamed.told(0, 40.0)
    newer = replace(told, played=str(int(told.played) + 5000))

    _, change = after_player(scene_of(streamed.profile, newer.at), newer)

    (saved,) = change.practices
    assert saved.played == newer.played
    assert saved.place == newer.timetable.heard(40.0).place


def test_a_practice_that_is_gone_tells_nothing():
    """Deleted, or become another one: nothing is kept and nothing follows."""
    told = everyday().told(0, 40.0)
    nobody = scene_of(Profile(ACCOUNT), told.at)
    other = everyday().profile.practices[0]
    renamed = replace(other.practice, items=other.practice.items[1:])
    changed = scene_of(Profile(ACCOUNT).with_practice(replace(other, practice=renamed)), told.at)
    for scene in (nobody, changed):
        assert after_player(scene, told) == (scene, None)
        assert following(scene, told) is None


def test_what_failed_goes_on_by_speech():
    """The place is kept, and the player is not tried again for it."""
    streamed = everyday()
    told = streamed.told(0, 40.0, failed=True)
    scene, change = after_player(scene_of(streamed.profile, told.at), told)
    (saved,) = change.practices
    assert saved.leaving is Leaving.BY_ERROR
    assert saved.place == told.timetable.heard(40.0).place
    assert with_played(scene, told.practice, told.played).state.practice is None
    asked = said_to(scene.profile, events.Launch(), now=told.at + timedelta(minutes=2))
    goes_on = said_to(asked.profile, events.Yes(), asked.state, told.at + timedelta(minutes=3))
    assert goes_on.reply.play is None
    assert goes_on.reply.answer


def test_next_after_the_last_is_the_end():
    """What is over is over, and the player is told to stop."""
    streamed = everyday()
    number = len(streamed.streams) - 1
    told = streamed.told(number, 30.0)
    scene = scene_of(streamed.profile, told.at)
    scene, _ = after_player(scene, told)
    playing = with_played(scene, told.practice, told.played).state
    answer = said_to(scene.profile, events.Next(), playing, told.at)
    assert answer.reply.play is None
    assert answer.reply.stops_player
    assert answer.state.practice is None


@pytest.mark.parametrize("event", [events.AskTimeLeft(), events.AskWhere(), events.Launch()])
def test_a_question_is_answered_and_the_player_may_go_on(event):
    """It is asked whether to, and not told to stop: nobody answers, and it goes on by itself."""
    streamed = everyday()
    told = streamed.told(1, 50.0)
    scene, _ = after_player(scene_of(streamed.profile, told.at), told)
    playing = with_played(scene, told.practice, told.played).state
    assert isinstance(playing.practice, Playing)
    answer = said_to(scene.profile, event, playing, told.at)
    assert isinstance(answer.state.question, PlayOn)
    assert not answer.reply.stops_player
    yes = said_to(answer.profile, events.Yes(), answer.state, told.at + timedelta(seconds=10))
    assert yes.reply.play.start == told.timetable.heard(50.0).place
    assert yes.reply.ends_session


def test_next_after_the_last_is_the_end_while_it_is_asked_whether_to_play_on():
    """A question about what is over is over with it."""
    streamed = everyday()
    told = streamed.told(len(streamed.streams) - 1, 30.0)
    scene, _ = after_player(scene_of(streamed.profile, told.at), told)
    playing = with_played(scene, told.practice, told.played).state
    asked = said_to(scene.profile, events.AskTimeLeft(), playing, told.at)
    assert isinstance(asked.state.question, PlayOn)
    end = said_to(asked.profile, events.Next(), asked.state, told.at + timedelta(seconds=10))
    assert (end.state.practice, end.state.question) == (None, None)


@given(data=st.data())
def test_whatever_is_said_at_a_device_with_a_player_is_answered(data):
    """What plays ends the session and asks nothing; whatever else ends one stops what played."""
    talk = Talk(LIBRARY, WORDS, data.draw(people()), player=True)
    straight = st.sampled_from([events.PlayThrough(), events.PlayerMode("loop")])
    script = data.draw(scripts(LIBRARY, 8))
    for event, share in script:
        for wish in data.draw(st.sampled_from([(event,), (data.draw(straight), event)])):
            before = talk.state
            reply = talk.say(wish, share * talk.seconds).reply
            if reply.play is not None:
                assert reply.ends_session
                assert (reply.prompt, reply.reprompt, reply.stops_player) == ((), (), False)
                assert isinstance(talk.state.practice, Playing)
                assert all(piece.cues for piece in reply.play.pieces)
            elif before.course is Course.PLAYING and not isinstance(talk.state.question, PlayOn):
                assert reply.stops_player


def test_the_end_of_a_practice_says_so_in_the_stream():
    """Nobody is left lying there without a word."""
    *_, (last, timetable, _) = routine().streams
    assert last.practice.is_end(timetable.end)
    words = " ".join(cue.text for cue in last.pieces[-1].cues if hasattr(cue, "text"))
    assert WORDS.routine(ROUTINE).name in words
    assert length(last.pieces[-1].cues) > 0
    assert set(LIBRARY.routines) >= {ROUTINE}


def test_anything_but_a_question_stops_the_player():
    """Where it hurts, nothing plays on by itself."""
    streamed = everyday()
    told = streamed.told(1, 50.0)
    scene, _ = after_player(scene_of(streamed.profile, told.at), told)
    playing = with_played(scene, told.practice, told.played).state
    for event in (events.Stop(), events.Pause(), events.Pain("too_much")):
        answer = said_to(scene.profile, event, playing, told.at)
        assert answer.reply.stops_player
    assert not said_to(scene.profile, events.Stop(), State(), told.at).reply.stops_player


def test_the_name_of_a_routine_of_ones_own_is_in_no_stream():
    """Streams are kept for a week, and their sentences longer: what somebody made up is in none."""
    mine = idle(routines={"annas back": ("cat_cow", "childs_pose")}).profile
    answer = said_to(mine, events.PlayThrough(routine=Asked((f"{OWN}annas back",), "annas back")))
    assert "annas back" in spoken_text(answer.reply.answer).lower()
    streamed = Streamed(answer)
    assert len(streamed.streams) == 2
    for play, _, _ in streamed.streams:
        words = " ".join(spoken_text(piece.cues) for piece in play.pieces)
        assert "annas back" not in words.lower()


def hold_of(streamed: Streamed, number: int = 1) -> PlayerTold:
    """What the player tells in the middle of the first hold of a stream."""
    _, timetable, _ = streamed.streams[number]
    begun = next(mark.at for mark in timetable.marks if mark.place.phase is Phase.HOLD)
    return streamed.told(number, begun + 10.0)


def test_whoever_does_not_play_on_is_told_how_to_come_out():
    """In a hold, once: by the question they stay in it, and with the no they come out of it."""
    streamed = everyday()
    told = hold_of(streamed)
    scene, _ = after_player(scene_of(streamed.profile, told.at), told)
    playing = with_played(scene, told.practice, told.played).state
    place = told.timetable.heard(told.seconds).place
    out = WORDS.stretch(place.stretch).release
    asked = said_to(scene.profile, events.AskTimeLeft(), playing, told.at)
    no = said_to(asked.profile, events.No(), asked.state, told.at + timedelta(seconds=8))
    assert out not in spoken_text(asked.reply.spoken)
    assert out in spoken_text(no.reply.spoken)
    later = told.at + timedelta(seconds=30)
    paused = with_played(scene_of(no.profile, later), told.practice, told.played).state
    stop = said_to(no.profile, events.Stop(), paused, later)
    assert out not in spoken_text(stop.reply.spoken)


def test_what_is_started_meanwhile_is_coached_as_ever():
    """Only what was to be played is played."""
    streamed = everyday()
    told = hold_of(streamed)
    scene, _ = after_player(scene_of(streamed.profile, told.at), told)
    playing = with_played(scene, told.practice, told.played).state
    wish = events.StartStretch(Asked(("bridge",), "the bridge"))
    answer = said_to(scene.profile, wish, playing, told.at)
    assert answer.reply.play is None
    assert answer.reply.stops_player
    assert answer.state.course is Course.RUNNING
