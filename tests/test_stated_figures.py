"""Figures of the platform, of safety and of what is kept, a second time and literally.

Who changes one changes what somebody was promised, and changes it here as well.
"""

from datetime import timedelta
from importlib import import_module

import pytest

STATED = {
    # Amazon, "Host a custom skill as a web service": how old a request may be, where chains lie.
    "skill.web.alexa.verification.TOLERANCE": timedelta(seconds=150),
    "skill.web.alexa.verification.EVENT_TOLERANCE": timedelta(hours=1),
    "skill.web.alexa.addresses.SCHEME": "https",
    "skill.web.alexa.addresses.HOST": "s3.amazonaws.com",
    "skill.web.alexa.addresses.FOLDER": "/echo.api/",
    "skill.web.alexa.addresses.PORT": 443,
    # Amazon, "Request and response JSON reference": what an answer and a card may have.
    "skill.speech.limits.CHARACTERS": 7500,
    "skill.speech.limits.CARD": 8000,
    # Amazon, "SSML reference": the longest break; and how long Alexa listens.
    "skill.coach.practice.cues.pauses.LONGEST_SILENCE": 10.0,
    "skill.coach.practice.playback.hearing.LISTENING_GAP": 8.0,
    # Amazon, "BatchWriteItem" and "BatchGetItem".
    "skill.stores.dynamodb.table.BATCH": 25,
    "skill.stores.dynamodb.table.BATCH_READ": 100,
    # Alexa gives up after eight seconds: together these stay below that.
    "skill.stores.dynamodb.client.CONNECT_SECONDS": 0.5,
    "skill.stores.dynamodb.client.READ_SECONDS": 1.0,
    "skill.stores.dynamodb.client.REQUEST_ATTEMPTS": 2,
    "skill.stores.dynamodb.store.WRITE_SECONDS": 1.5,
    "skill.alexa.shell.store_visit.PATIENCE": 2.5,
    "skill.web.alexa.chains.PATIENCE": 4.0,
    "skill.web.alexa.fetching.PATIENCE": 3.0,
    # docs/privacy.md: how long what is kept.
    "skill.coach.person.profile.KEPT_HISTORY": timedelta(days=730),
    "skill.coach.person.device.KEPT_DEVICE": timedelta(days=365),
    "skill.coach.person.totals.KEPT_DAYS": 60,
    "skill.coach.person.profile.SAVED_PRACTICES": 3,
    "skill.stores.dynamodb.store.TOMBSTONE_SECONDS": 172_800,
    "skill.stores.sqlite.store.TOMBSTONE_DAYS": 2,
    # The rules of time: pauses for a movement, for getting down, to answer; what is counted aloud.
    "skill.coach.practice.cues.pauses.MOVEMENT": 2.5,
    "skill.coach.practice.cues.pauses.GETTING_DOWN": 4.0,
    "skill.coach.practice.cues.pauses.TO_ANSWER": 2.0,
    "skill.coach.practice.cues.pauses.RELEASE_PAUSE": 4.0,
    "skill.coach.practice.cues.work.COUNT_FIVE_FROM": 15.0,
    "skill.coach.practice.cues.work.COUNT_THREE_FROM": 8.0,
    "skill.coach.conversation.coming_back.aside.LONG_ASIDE": 6.0,
    "skill.coach.conversation.coming_back.fetching.TO_FETCH": 15.0,
    # What somebody can change, and by how much.
    "skill.coach.topics.coaching.adjustments.STEP_SECONDS": 10.0,
    "skill.coach.topics.coaching.adjustments.MORE": 1.5,
    "skill.coach.topics.coaching.adjustments.MOST": 2.0,
    "skill.coach.topics.coaching.adjustments.LEAST": 0.5,
    "skill.coach.topics.starting.progression.MORE_SECONDS": 10.0,
    "skill.coach.topics.visits.welcome.STRAIGHT_BACK": timedelta(hours=1),
    "skill.coach.topics.own_routines.drafts.MOST_ROUTINES": 10,
    "skill.coach.topics.own_routines.drafts.MOST_STRETCHES": 12,
    "skill.coach.topics.starting.plan_search.LATE": 20,
    "skill.words.clock.NIGHT_ENDS": 5,
}


@pytest.mark.parametrize("where", STATED)
def test_a_figure_is_what_it_is_said_to_be(where):
    """By its module and its name."""
    module, _, name = where.rpartition(".")
    assert getattr(import_module(module), name) == STATED[where]
