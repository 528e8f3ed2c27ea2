"""What a device's player tells by itself: it is kept, or answered with what is to be played next."""

import logging
from dataclasses import dataclass, replace

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from skill.alexa.requests.caller import account, device, moment
from skill.alexa.requests.player import Standing, read_token, standing_in
from skill.alexa.responses.player import play_after
from skill.alexa.shell.conversation import Conversation
from skill.alexa.shell.player import Player, item_of
from skill.alexa.shell.store_visit import StoreVisit
from skill.alexa.shell.turn_log import note_turn
from skill.coach.conversation.scene import Scene
from skill.coach.conversation.state.state import State
from skill.coach.player import after_player, following
from skill.errors import SoundError

log = logging.getLogger(__name__)

ALL_OF_IT = float("inf")


def player_told(conversation: Conversation, handler_input: HandlerInput, kind: str) -> Response:
    """Keep what the player tells, and give it what comes next when it asks for that.

    Args:
        conversation: The shell around the coach.
        handler_input: What the SDK hands a handler.
        kind: What has happened to the stream, such as `PlaybackStarted`.
    """
    answer, told = Response(), _told(handler_input, kind)
    if told is None or conversation.player is None:
        return answer
    visit = StoreVisit(conversation.store, account(handler_input), device(handler_input))
    profile = visit.open(told.token.person)
    if profile is not None:
        now = moment(handler_input).astimezone(conversation.zone_of(profile))
        words = conversation.words_for(handler_input)
        scene = Scene(conversation.library, words, profile, State(), now)
        news = _News(scene, conversation.player, told)
        if kind == "PlaybackNearlyFinished":
            answer = news.answered()
        else:
            news.keep(visit, failed=kind == "PlaybackFailed")
    note_turn(handler_input, visit)
    return answer


def _told(handler_input: HandlerInput, kind: str) -> Standing | None:
    """The stream that something has happened to; None where it is none of ours."""
    request = handler_input.request_envelope.request
    if kind == "PlaybackFailed":
        # What fails may be the next one, while the one before it still plays.
        plays = standing_in(request.current_playback_state)
        token = read_token(request.token)
        return plays or (Standing(token, 0.0) if token is not None else None)
    told = standing_in(request)
    if told is not None and kind == "PlaybackFinished":
        return replace(told, seconds=ALL_OF_IT)
    return told


@dataclass(frozen=True)
class _News:
    """What a player tells, and of whom."""

    scene: Scene
    """The person, and now."""
    player: Player
    told: Standing

    def keep(self, visit: StoreVisit, *, failed: bool) -> None:
        """Keep the place, and what was finished."""
        heard = self.player.told(self.told, self.scene.now, failed=failed)
        if heard is None:
            return
        _, change = after_player(self.scene, heard)
        if change is not None:
            visit.write(self.scene.profile.person, change)

    def answered(self) -> Response:
        """An answer with the next stream; an empty one where there is none."""
        heard = self.player.told(self.told, self.scene.now)
        play = following(self.scene, heard) if heard is not None else None
        if play is None:
            return Response()
        try:
            stream = self.player.made(play, self.scene.words)
        except SoundError as error:
            log.warning("nothing follows in the player: %s", error)
            return Response()
        item = item_of(stream, play, self.scene.words, self.scene.profile.person)
        return Response(directives=[play_after(item, self.told.token.text)])
