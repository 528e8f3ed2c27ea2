"""Coaching by a device's player: it goes on by itself, with nobody to ask and nobody to answer."""

from dataclasses import replace

from skill.coach.conversation.answers.ending import ended_in_silence
from skill.coach.conversation.care.cautions import cautions_ahead
from skill.coach.conversation.reply import Play, Reply
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.conversation.state.state import Minded, Playing
from skill.coach.person.profile import SavedPractice
from skill.coach.practice.cues.cues import Cue
from skill.coach.practice.place import Place
from skill.coach.practice.practice import OWN, Practice
from skill.coach.practice.score.composing import Arrival
from skill.coach.practice.score.pieces import Piece, pieces_of
from skill.coach.practice.score.shared_scores import score_of


def play(
    scene: Scene,
    practice: Practice,
    place: Place,
    lead: tuple[Cue, ...],
    worked: float,
    *,
    out: bool,
) -> Outcome:
    """Have the player go on from a place, after some words; the session ends with them.

    Args:
        scene: The conversation; `scene.state.body` is the position the body is in.
        practice: The practice, under way or new.
        place: Where to begin.
        lead: What is said before it.
        worked: Seconds already held or moved of the item in which the place is.
        out: Whether the body is out of the stretch while the lead is said.
    """
    counted = scene.counted_of(practice)
    # To the millisecond, as two plays of one practice differ in it.
    played = str(round(scene.now.timestamp() * 1000))
    given = played_from(scene, practice, place, worked, played, Arrival(place, scene.state.body, out))
    if scene.limits.speechless and lead:
        first, *others = given.pieces
        given = replace(given, pieces=(Piece(lead + first.cues, first.end), *others))
        lead = ()
    under_way = Playing(practice, place, worked, counted, played)
    state = replace(scene.state, practice=under_way, question=None, said="", asked="", straight=False)
    saved = SavedPractice(
        practice, place, scene.kept_at(practice), worked, counted=counted, played=played
    )
    reply = Reply(lead, ends_session=True, play=given)
    return Outcome(state, scene.profile.with_practice(saved), reply, scene.guest)


def played_from(
    scene: Scene, practice: Practice, place: Place, worked: float, played: str, arrival: Arrival | None
) -> Play:
    """A practice from a place to the end of that stretch; with the last one the practice ends.

    Args:
        scene: The conversation.
        practice: The practice.
        place: Where to begin; not the practice's end.
        worked: Seconds already held or moved of the item in which the place is.
        played: Which play it belongs to.
        arrival: How to begin there; None to go on from what was played before it.
    """
    words = scene.words.at_rate(1.0)
    if arrival is None:
        # The start was played, and whom it named is not kept: each stretch tells of all.
        scene = scene.with_state(minded=Minded(practice.id))
    cautions = cautions_ahead(scene, practice, place)
    score = score_of(scene.library, words, practice, cautions)
    pieces = tuple(pieces_of(score, place, arrival))
    if practice.is_end(pieces[-1].end):
        over = ended_in_silence(scene, _unnamed(practice), score.body_after(place.item))
        pieces = (*pieces[:-1], Piece(pieces[-1].cues + over, practice.end))
    return Play(practice, place, pieces, worked, played)


def _unnamed(practice: Practice) -> Practice:
    """A practice as it may be called in a stream: the name that somebody gave to it is kept nowhere."""
    if practice.name.startswith(OWN):
        return replace(practice, items=practice.items[-1:])
    return practice
