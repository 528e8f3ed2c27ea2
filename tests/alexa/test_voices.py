"""Who is speaking: three recorded cases, and a table of who opened, who speaks now, what is asked."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from helpers.envelope_cases import Answers, case, said
from helpers.lambda_entry import empty_table, load
from helpers.whole_skill import START, device_on, new_table
from skill.coach.person.change import Change
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.person.progress_store import ProgressStore
from skill.coach.person.totals import Finished
from skill.errors import StoreError
from skill.speech.ssml import words_of
from skill.stores.dynamodb import DynamoStore
from skill.stores.memory import MemoryStore

HOUSE = "house"

KNOWN = {
    "one": ("evening calm", "happy baby", 1),
    "two": ("morning wake up", "the bridge", 2),
    ACCOUNT: ("lunch break", "cat and cow", 3),
}
"""Of each person, a routine of their own, the stretch they have done, and on how many days."""

STRETCHES = {"one": "happy_baby", "two": "bridge", ACCOUNT: "cat_cow"}

TABLE_OF_VOICES = """
opened   speaks   progress routines started made     exported deleted  removed  practice wish
one      one      one      one      one     one      one      one      one      one      one
one      two      two      two      two     two      two      two      two      one      nobody
one      account  account  account  account account  nobody   nobody   account  one      nobody
account  one      one      one      one     one      one      one      one      account  nobody
account  two      two      two      two     two      two      two      two      account  nobody
account  account  account  account  account account  account  account  account  account  account
"""
"""Whom an answer is about, and who is written about: by who opened the session and who speaks now."""


def rows(*columns: str) -> list[tuple[str, ...]]:
    """Of each line, who opened, who speaks, and these columns."""
    titles, *lines = (line.split() for line in TABLE_OF_VOICES.strip().splitlines())
    wanted = [titles.index(column) for column in ("opened", "speaks", *columns)]
    return [tuple(line[n] for n in wanted) for line in lines]


def history_of(person: str) -> tuple[Finished, ...]:
    """What somebody did in the days before: a stretch a day."""
    _, _, days = KNOWN[person]
    stretch = STRETCHES[person]
    times = [START - timedelta(days=n + 1) for n in range(days)]
    return tuple(Finished(at.isoformat(), 0, stretch, at, at.date().isoformat(), 60) for at in times)


def move_in(store: ProgressStore) -> None:
    """Put three people into the household."""
    for person, (routine, _, _) in KNOWN.items():
        kept = Preferences(
            introduced=True,
            taught=True,
            lessons=6,
            routines={routine: (STRETCHES[person],)},
        )
        at = START - timedelta(days=1)
        store.write(HOUSE, person, Change(at, kept, finished=history_of(person)))


class Home:
    """A device in their home, and what is kept of each of them."""

    def __init__(self, store: ProgressStore) -> None:
        move_in(store)
        self.store = store
        self.device = device_on(store, HOUSE)

    def hears(self, person: str, utterance: str, after: float | None = None) -> str:
        """The answer to somebody, by voice and card."""
        self.device.recognise("" if person == ACCOUNT else person)
        answer = self.device.response
        at = answer.at + timedelta(seconds=after) if after is not None else None
        answer = self.device.say(utterance, at)
        return f"{words_of(answer.ssml)} {answer.card}".lower()

    def kept(self) -> dict[str, tuple[Profile, list[Finished]]]:
        """All that is kept of each, without what others of the household left."""
        long_ago = datetime(2020, 1, 1, tzinfo=UTC)
        return {
            person: (
                replace(self.store.open(HOUSE, person), household=()),
                list(self.store.history(HOUSE, person, long_ago)),
            )
            for person in KNOWN
        }

    def changed(self, happens: Callable[[], object]) -> set[str]:
        """Of whom something else is kept afterwards."""
        before = self.kept()
        happens()
        after = self.kept()
        return {person for person in KNOWN if before[person] != after[person]}


@pytest.fixture
def home() -> Home:
    """The household, kept in memory."""
    return Home(MemoryStore())


@pytest.fixture(params=["memory", "dynamodb"])
def any_home(request) -> Home:
    """The household, kept in memory or in DynamoDB's table."""
    if request.param == "memory":
        return Home(MemoryStore())
    return Home(new_table(request.getfixturevalue("engine_address")))


def about(person: str) -> set[str]:
    """A person alone, or nobody."""
    return set() if person == "nobody" else {person}


def days(person: str) -> str:
    """What "how am I doing" says of somebody and of nobody else."""
    return {1: "one stretch", 2: "two stretches", 3: "three stretches"}[KNOWN[person][2]]


@pytest.mark.parametrize(("opened", "speaks", "whose"), rows("progress"))
def test_progress_is_told_of_whoever_speaks(home, opened, speaks, whose):
    """Of no other; a voice nobody knows is told in a person's session that it is not about them."""
    home.hears(opened, "open limber back")
    told = home.hears(speaks, "how am i doing")

    assert [person for person in KNOWN if days(person) in told] == [whose]
    assert ("about anyone in particular" in told) == (speaks == ACCOUNT != opened)


@pytest.mark.parametrize(("opened", "speaks", "whose"), rows("routines"))
def test_own_routines_are_listed_to_whoever_speaks(home, opened, speaks, whose):
    """The names that somebody gave are theirs."""
    home.hears(opened, "open limber back")
    told = home.hears(speaks, "list the routines")

    assert [person for person in KNOWN if KNOWN[person][0] in told] == [whose]


@pytest.mark.parametrize("asked", list(KNOWN))
@pytest.mark.parametrize(("opened", "speaks", "whose", "practice"), rows("started", "practice"))
def test_a_routine_of_ones_own_is_known_to_its_own_voice(home, opened, speaks, whose, practice, asked):
    """Another's is an unknown name. What is started is the opener's practice, without the name."""
    name, stretch, _ = KNOWN[asked]
    home.hears(opened, "open limber back")
    told = home.hears(speaks, f"start the {name} routine")

    assert (f"called {name}" in told) == (asked != whose)
    assert (stretch in told) == (asked == whose)
    begun = {person for person, (profile, _) in home.kept().items() if profile.practices}
    assert begun == ({practice} if asked == whose else set())
    if asked == whose != opened:
        (saved,) = home.kept()[practice][0].practices
        assert name not in saved.practice.name


@pytest.mark.parametrize(("opened", "speaks", "whose"), rows("made"))
def test_a_routine_that_is_made_is_the_speakers(any_home, opened, speaks, whose):
    """It is written to whoever speaks."""
    home = any_home
    home.hears(opened, "open limber back")

    def make() -> None:
        for said_ in ("make a routine called sunday", "add pelvic tilt", "that's all"):
            home.hears(speaks, said_)

    assert home.changed(make) == about(whose)
    assert home.kept()[whose][0].preferences.routines["sunday"] == ("pelvic_tilt",)


def test_a_routine_is_its_makers_whoever_adds_to_it(any_home):
    """A voice that is not recognised for a moment loses nobody the routine that is being made."""
    home = any_home
    home.hears("one", "open limber back")
    home.hears("two", "make a routine called sunday")

    def go_on() -> None:
        home.hears(ACCOUNT, "add pelvic tilt")
        home.hears(ACCOUNT, "that's all")

    assert home.changed(go_on) == {"two"}


@pytest.mark.parametrize(("opened", "speaks", "whose"), rows("exported"))
def test_what_is_kept_is_given_to_the_voice_it_is_about(home, opened, speaks, whose):
    """Or to nobody, and the answer says so."""
    home.hears(opened, "open limber back")
    told = home.hears(speaks, "export my data")

    assert {person for person in KNOWN if KNOWN[person][1] in told} == about(whose)
    assert ("won't give anything out" in told) == (whose == "nobody")


@pytest.mark.parametrize(("opened", "speaks", "whose"), rows("deleted"))
def test_everything_is_deleted_of_the_voice_that_asks_and_confirms(any_home, opened, speaks, whose):
    """Or of nobody, and the answer says so."""
    home = any_home
    home.hears(opened, "open limber back")
    asked = home.hears(speaks, "delete all my data")
    if whose == "nobody":
        assert "nothing is deleted" in asked
    told = []

    assert home.changed(lambda: told.append(home.hears(speaks, "yes"))) == about(whose)
    assert ("deleted. take care" in told[0]) == (whose != "nobody")
    if whose != "nobody":
        profile, history = home.kept()[whose]
        assert profile == Profile(whose, generation=profile.generation)
        assert history == []


@pytest.mark.parametrize("confirms", list(KNOWN))
@pytest.mark.parametrize("asks", list(KNOWN))
@pytest.mark.parametrize("opened", list(KNOWN))
def test_another_voice_confirms_no_deletion(home, opened, asks, confirms):
    """Only the voice that was asked can say yes; the question stands until it does."""
    refused = asks == ACCOUNT != opened
    home.hears(opened, "open limber back")
    home.hears(asks, "delete all my data")
    told = []
    gone = home.changed(lambda: told.append(home.hears(confirms, "yes")))

    assert gone == ({asks} if asks == confirms and not refused else set())
    if asks != confirms and not refused:
        assert "nothing is deleted" in told[0]
        assert home.changed(lambda: home.hears(asks, "yes")) == {asks}


@pytest.mark.parametrize(("opened", "speaks", "whose"), rows("removed"))
def test_a_routine_is_deleted_by_the_voice_it_belongs_to(any_home, opened, speaks, whose):
    """Another's yes leaves it, and says so; then its own voice confirms."""
    home = any_home
    name, _, _ = KNOWN[whose]
    other = next(person for person in KNOWN if person != speaks)
    home.hears(opened, "open limber back")
    home.hears(speaks, f"delete my routine called {name}")
    assert home.changed(lambda: home.hears(other, "yes")) == set()

    assert home.changed(lambda: home.hears(speaks, "yes")) == {whose}
    assert home.kept()[whose][0].preferences.routines == {}


@pytest.mark.parametrize(("opened", "speaks", "whose"), rows("practice"))
def test_a_practice_is_whose_session_it_is(any_home, opened, speaks, whose):
    """Where it stands and what was finished is written to whoever opened, whoever speaks."""
    home = any_home
    home.hears(opened, "open limber back")
    home.hears(opened, "start knee to chest")
    assert home.changed(lambda: home.hears(speaks, "pause", after=60.0)) == about(whose)
    assert home.changed(lambda: home.hears(speaks, "resume")) == about(whose)
    assert home.changed(lambda: home.hears(speaks, "stop", after=250.0)) == about(whose)

    assert home.kept()[whose][1][0].stretch == "knee_to_chest"


NEVER = "never give me this one again"


@pytest.mark.parametrize(
    "wish",
    ["longer", "slower", "gentle please", "i need more time to settle", NEVER],
)
@pytest.mark.parametrize(("opened", "speaks", "whose"), rows("wish"))
def test_a_wish_of_another_voice_is_kept_for_nobody(home, opened, speaks, whose, wish):
    """It counts for the practice in progress; only the opener's own is remembered."""
    home.hears(opened, "open limber back")
    home.hears(opened, "start the everyday back routine")
    before = {person: profile.preferences for person, (profile, _) in home.kept().items()}
    items = home.kept()[opened][0].practices[0].practice
    told = home.hears(speaks, wish, after=45.0)
    # Which cautions were heard belongs to the practice.
    after = {
        person: replace(profile.preferences, cautioned=before[person].cautioned)
        for person, (profile, _) in home.kept().items()
    }

    assert {person for person in KNOWN if before[person] != after[person]} == about(whose)
    assert home.kept()[opened][0].practices[0].practice != items or wish == NEVER
    assert whose != "nobody" or "from now on" not in told


@pytest.mark.parametrize(
    "wish", ["never give me the bridge again", "longer holds from now on", "less talking"]
)
@pytest.mark.parametrize(("opened", "speaks", "whose"), rows("wish"))
def test_a_wish_for_later_is_the_openers(home, opened, speaks, whose, wish):
    """With no practice to count for, another voice is told how it can be remembered."""
    home.hears(opened, "open limber back")
    told = []

    assert home.changed(lambda: told.append(home.hears(speaks, wish))) == about(whose)
    assert ("only remember that for the voice that opened me" in told[0]) == (whose == "nobody")


def test_a_guest_who_cannot_be_looked_up_is_told_so(home, mocker):
    """Where the store is away nobody hears another's progress instead."""
    home.hears("one", "open limber back")
    mocker.patch.object(home.store, "open", side_effect=StoreError("away"))
    told = home.hears("two", "how am i doing")

    assert "may not be saved" in told
    assert not any(days(person) in told for person in KNOWN)


def test_a_routine_of_a_guests_that_cannot_be_written_is_said_so(home, mocker):
    """It is not tried again later, so that it may not be saved is said every time."""
    home.hears("one", "open limber back")
    mocker.patch.object(home.store, "write", side_effect=StoreError("away"))
    home.hears("two", "make a routine called sunday")
    home.hears("two", "add pelvic tilt")

    assert "may not be saved" in home.hears("two", "that's all")


@pytest.fixture
def on_lambda(compiled) -> Iterator[Answers]:
    """Lambda's own way in, on an empty table."""
    with empty_table(compiled):
        yield Answers(load())


def test_a_yes_by_a_voice_nobody_knows_deletes_nothing(on_lambda):
    """Nothing is said to be deleted, and who asked finds everything as it was."""
    *_, confirmed, _, progress = map(said, on_lambda.play(case("person_delete_yes_unrecognised")))

    assert "nothing is deleted" in confirmed
    assert "one stretch" in progress


def test_another_voice_hears_its_own(on_lambda):
    """No progress, no routine and no "is gone" of somebody else's."""
    *_, made, _, progress, routines, delete, confirmed = map(
        said, on_lambda.play(case("person_other_voice_hears_progress"))
    )

    assert "evening calm" in made.lower()
    assert "not finished a stretch" in progress or "finished anything with me yet" in progress
    for told in (routines, delete, confirmed):
        assert "evening calm" not in told.lower()
        assert "gone" not in told
    name = "evening calm"
    kept = DynamoStore("progress").open("amzn1.ask.account.RECORDED", "amzn1.ask.person.RECORDED-A")
    assert kept.preferences.routines == {name: ("cat_cow",)}


def test_what_was_finished_after_a_deletion_is_the_openers(on_lambda):
    """The household's deletion does not swallow a stretch that a person has done since."""
    *_, progress = map(said, on_lambda.play(case("person_dropped_after_account_deletion")))

    assert "one stretch" in progress
