"""The rest of a practice, as it goes on if nobody says a word: what a page plays while it is offline.

Nothing is written: the turns are taken on a copy of what is kept of the household. A page that comes
back tells which of them it has played, and when; those are then taken for good.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from werkzeug.exceptions import BadRequest

from skill.coach.person.progress_store import ProgressStore
from skill.coach.practice.playback.hearing import LISTENING_GAP
from skill.settings import Settings
from skill.simulator.envelope import Json
from skill.stores.memory import MemoryStore
from skill.web.coach.texts import texts
from skill.web.coach.turn_request import TurnRequest
from skill.web.coach.turns import Turns, known_locale

MOST = 24
"""The most turns: a routine of half an hour has about ten."""


def ahead(settings: Settings, store: ProgressStore, account: str, asked: TurnRequest) -> list[Json]:
    """The turns that follow, each at the moment at which the one before has played out.

    Args:
        settings: See `Settings`.
        store: Where progress is kept; it is read, never written.
        account: The household.
        asked: The turn that goes on, with the moment at which the page would ask for it.

    Raises:
        BadRequest: It is no turn of an open session.
    """
    if not asked.session:
        raise BadRequest
    copy = MemoryStore()
    go_on = texts(known_locale(asked.locale)).text("say.go_on")
    copy.restore(account, store.back_up(account, datetime.now(UTC)))
    turns, found = Turns(settings, copy), list[Json]()
    while len(found) < MOST:
        turn = turns.take(account, replace(asked, say=go_on, start="", end=""))
        if not turn["stages"]:
            break
        session = turn.pop("session")
        del turn["exchanges"]
        found.append(turn)
        if not turn["more"] or not session:
            break
        asked = replace(asked, session=session, at=played_out(turn))
    return found


def played_out(turn: Json) -> datetime:
    """When a page has played an answer of which more is to come: its reprompt ends with its coaching."""
    last = turn["stages"][-1]
    ends = max(last["at"] + last["seconds"], turn["answer"]["seconds"] + LISTENING_GAP)
    return datetime.fromisoformat(turn["at"]) + timedelta(seconds=ends + 0.1)
