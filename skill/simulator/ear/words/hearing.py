"""What the ear knows of a language, from `content/locales/<language>/hearing.toml`.

All of it stands in for Alexa's own understanding. None of it becomes part of the interaction model.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from skill.errors import ContentError
from skill.library.opening import Opening, read_opening
from skill.library.reading import Problems, Table, read_file
from skill.simulator.ear.grammar import grammar_of
from skill.simulator.ear.grammar.plain import NumberWords, Plain


@dataclass(frozen=True)
class Hearing:
    """What people say around a wish, in one language; `hearing.toml` explains each list."""

    fillers: tuple[str, ...]
    """Left out wherever they stand."""
    openers: tuple[str, ...]
    """Polite phrases, left out at the start."""
    no_openers: tuple[str, ...]
    """Phrases that begin like an opener but are what is meant, and so stay."""
    interjections: tuple[str, ...]
    """Left out at the start if nothing else fits; alone they mean something themselves."""
    closers: tuple[str, ...]
    """Left out at the end if nothing else fits."""
    joints: tuple[str, ...]
    """Words that join two sentences."""
    reasons: tuple[str, ...]
    """How a sentence starts that gives a reason."""
    wishes: tuple[str, ...]
    """How the second of two sentences starts."""
    unfinished: frozenset[str]
    """Words in which no sentence ends."""
    not_first: tuple[str, ...]
    """Words with which no sentence starts."""
    clauses: tuple[str, ...]
    """How a clause starts."""
    articles: frozenset[str]
    """Words before somebody or something that a clause is about."""
    verbs: frozenset[str]
    """Words after that by which it is a clause."""
    commands: frozenset[str]
    """Single words that are a whole sentence, whatever clause follows."""
    led: frozenset[str]
    """Intents that are said first, with any clause after them; of others it tells of a person."""
    led_last: frozenset[str]
    """The same for those that are said last."""
    tellers: frozenset[str]
    """Words with which a clause tells of somebody."""
    never_led: frozenset[str]
    """Intents that no clause makes of a longer sentence."""
    reported: frozenset[str]
    """Words by which a clause tells what others say."""
    explained: frozenset[str]
    """Intents that people state first and then explain."""
    decided: frozenset[str]
    """Intents that are meant though a complaint is the reason for them."""
    ended: frozenset[str]
    """Intents that are meant though a mild complaint is the reason for them."""
    never_last: frozenset[str]
    """Intents that are not looked for at the end of another sentence."""
    never_guessed: frozenset[str]
    """Intents that must be like a sample: answers, of which a single word is enough."""
    careful: frozenset[str]
    """Intents that keep, delete or end something, and are done only where that is sure."""
    small_words: frozenset[str]
    """Words too common to distinguish intents."""
    stand_ins: frozenset[str]
    """Small words that may stand for the rest of a name: "the hip one"."""
    never_in_names: frozenset[str]
    """Words that no name of a stretch has."""
    spotted: Mapping[str, tuple[str, ...]]
    """By intent: its slots whose names are looked for among other words; a second slot takes a
    second name."""
    asked_instead: Mapping[str, str]
    """By intent that states something: the one that asks about it."""
    questions: frozenset[str]
    """Words with which a question starts."""
    denials: frozenset[str]
    """Words that deny the name after them: "no numbness"."""
    no_denials: tuple[str, ...]
    """Phrases in which such a word denies nothing: "no, it hurts"."""
    wish_denials: frozenset[str]
    """Words that deny the wish after them: "don't stop"; "no" may be an answer before a wish."""
    ends: frozenset[str]
    """Words by which something that goes on shall end: "stop skipping it"."""
    between_denials: frozenset[str]
    """Words between a denial and what it denies: "don't make it longer"."""
    inverted: frozenset[str]
    """Words after a denial that make a polite question of it: "can't you make it easier"."""
    not_the_number: tuple[str, ...]
    """Phrases between the number that is meant and one that is not: "twenty, not thirty"."""
    but_the_number: tuple[str, ...]
    """Phrases between a number that is not meant and the one that is: "not thirty but twenty"."""
    begun_with: tuple[str, ...]
    """Phrases by which a side is the one to begin with: "beginning with my right leg"."""
    nothing_else: tuple[str, ...]
    """Phrases by which it is the only one."""
    after_that: tuple[str, ...]
    """Phrases between two stretches that are to be done one after another."""
    of_the_next: Mapping[str, str]
    """By slot of a start: the slot for the same of the stretch after it."""
    taken_back: tuple[str, ...]
    """Phrases that take back what was said before them: "forty, no, sorry, fifty"."""
    more_exactly: tuple[str, ...]
    """Phrases that may correct a name or a number, or only go on: "the cobra, I mean the bridge"."""
    ago_before: tuple[str, ...]
    """Phrases before a length of time that is how long ago something was: "it's been four months"."""
    ago_after: tuple[str, ...]
    """Phrases after one: "two years back"."""
    not_ago: tuple[str, ...]
    """Phrases before a length of time that is not how long ago something was: "in two weeks"."""
    not_yet: tuple[str, ...]
    """Phrases in sentences about what is still to come: "I'm waiting for a new hip"."""
    over: tuple[str, ...]
    """Phrases after a complaint that say that it is over: "the pain is gone"."""
    over_before: tuple[str, ...]
    """The same before a complaint or within its words: "it stopped hurting"."""
    idioms: tuple[str, ...]
    """Phrases in whose words no name is found: "I fell in love with this one", "is it all right"."""
    refusals: frozenset[str]
    """Words by which a sentence refuses what it names: a sample with one is like none without."""
    naming: tuple[str, ...]
    """Phrases after which a name that a person gives is the rest of the sentence: "and call it"."""
    naming_begins: tuple[str, ...]
    """Phrases after which such a name stands, where one of `naming_ends` ends the sentence."""
    naming_ends: tuple[str, ...]
    """Phrases that end a sentence after such a name: "as its name"."""
    mild: frozenset[str]
    """The ids of complaints that may be a reason or an opinion: "it's too long, make it shorter"."""
    wishing: tuple[str, ...]
    """The polite phrases that wish for what follows: "I fancy a bridge"."""
    wished: Mapping[str, str]
    """By intent of a name: the one that is meant where such a phrase stands before it."""
    lasting: Mapping[str, str]
    """By intent of what is kept: the one that does the same today only."""
    with_a_side: Mapping[str, str]
    """By intent that takes no side: the one that does the same to the side that is named."""
    today_only: tuple[str, ...]
    """Phrases by which something is meant for today: "no cobra tonight"."""
    for_good: tuple[str, ...]
    """Phrases by which it is meant for ever, whatever is said of today."""
    asked_of: frozenset[str]
    """Words that, behind a question's first one, start a question in the middle of a sentence."""
    alike: Mapping[str, str]
    """By intent: another one that comes to the same."""
    only_alone: frozenset[str]
    """Names that are not looked for among other words."""
    by_sound: tuple[str, ...]
    """Long names that are known by their sound."""
    denied: str
    """The intent of a sentence in which every name is denied."""
    weightless: frozenset[str]
    """Words that a name among other words is found without."""
    same_in_names: Mapping[str, str]
    """By word of such a name, another word that stands for all of the same meaning."""
    clear_words: tuple[str, ...]
    """Phrases of samples that only a coach would hear: what fills the slot then is a name, even if
    unknown."""
    exercises: frozenset[str]
    """Words of names that exercises have elsewhere: with one of them any sample is for a coach."""
    clear_for_several: tuple[str, ...]
    """The same for names of at least two words."""
    elsewhere: tuple[str, ...]
    """Words and phrases that are meant for somebody else, or for another skill."""
    others: tuple[str, ...]
    """Words for whoever else a complaint may be about."""
    spelled_out: Mapping[str, str]
    """By word, its long form: "I'm" as "I am"."""
    familiar: Mapping[str, str]
    """By two words of a polite address, what is said instead to somebody one knows."""
    same_words: Mapping[str, str]
    """By word, another word that stands for all of the same meaning."""
    same_askers: Mapping[str, str]
    """By two words that tell who asks or is asked, the two that stand for all alike: "would you"."""
    name_endings: Mapping[str, frozenset[str]]
    """By slot type: words that may follow a name without being part of it, such as "stretch"."""
    own_names: Mapping[str, frozenset[str]]
    """By slot type: words of samples that may also be in a name that a person has given."""
    built_in: Mapping[str, tuple[str, ...]]
    """By intent: sentences that Amazon's own intents understand without samples."""
    examples: Mapping[str, tuple[str, ...]]
    """By slot type of Amazon's: words that its parser understands."""
    below_a_minute: Mapping[str, str]
    """By intent: the intent that is meant instead if its length of time is below a minute."""
    grammar: Plain
    """How numbers and times are heard, and which forms of a word are one."""
    opening: Opening
    """How the skill is opened."""

    def begins_or_ends_outside(self, first: str, last: str) -> bool:
        """Whether words that begin and end so are more than a name, for a name has own words there."""
        return first in self.small_words or (last in self.small_words and last not in self.stand_ins)


def load_hearing(content: Path, tag: str) -> Hearing:
    """What the ear knows of one language.

    Raises:
        ContentError: With every problem of the files.
    """
    problems = Problems()
    table = read_file(content, f"locales/{tag}/hearing.toml", problems)
    phrases = read_file(content, f"locales/{tag}/phrases.toml", problems)
    settings = read_file(content, f"locales/{tag}/interaction.toml", problems)
    hearing = _hearing(tag, table, phrases, settings)
    table.close()
    if problems.lines:
        raise ContentError(problems.lines)
    return hearing


def _hearing(tag: str, table: Table, phrases: Table, settings: Table) -> Hearing:
    return Hearing(
        fillers=table.texts("fillers"),
        openers=table.texts("openers"),
        no_openers=table.texts("no_openers"),
        interjections=table.texts("interjections"),
        closers=table.texts("closers"),
        joints=table.texts("joints"),
        reasons=table.texts("reasons"),
        wishes=table.texts("wishes"),
        unfinished=frozenset(table.texts("unfinished")),
        not_first=table.texts("not_first"),
        clauses=table.texts("clauses"),
        articles=frozenset(table.texts("articles")),
        verbs=frozenset(table.texts("verbs")),
        commands=frozenset(table.texts("commands")),
        led=frozenset(table.texts("led")),
        led_last=frozenset(table.texts("led_last")),
        tellers=frozenset(table.texts("tellers")),
        never_led=frozenset(table.texts("never_led")),
        reported=frozenset(table.texts("reported")),
        explained=frozenset(table.texts("explained")),
        decided=frozenset(table.texts("decided")),
        ended=frozenset(table.texts("ended")),
        never_last=frozenset(table.texts("never_last")),
        never_guessed=frozenset(table.texts("never_guessed")),
        careful=frozenset(table.texts("careful")),
        small_words=frozenset(table.texts("small_words")),
        stand_ins=frozenset(table.texts("stand_ins")),
        never_in_names=frozenset(table.texts("never_in_names")),
        spotted=_lists(table, "spotted"),
        asked_instead=table.table("asked_instead").all_texts(),
        questions=frozenset(table.texts("questions")),
        denials=frozenset(word.replace("'", "") for word in settings.texts("denials")),
        no_denials=table.texts("no_denials"),
        wish_denials=frozenset(table.texts("wish_denials")),
        ends=frozenset(table.texts("ends")),
        between_denials=frozenset(table.texts("between_denials")),
        inverted=frozenset(table.texts("inverted")),
        begun_with=table.texts("begun_with"),
        nothing_else=table.texts("nothing_else"),
        after_that=table.texts("after_that"),
        of_the_next=table.table("of_the_next").all_texts(),
        taken_back=table.texts("taken_back"),
        more_exactly=table.texts("more_exactly"),
        ago_before=table.texts("ago_before"),
        ago_after=table.texts("ago_after"),
        not_ago=table.texts("not_ago"),
        not_yet=table.texts("not_yet"),
        over=table.texts("over"),
        over_before=table.texts("over_before"),
        idioms=table.texts("idioms"),
        refusals=frozenset(table.texts("refusals")),
        naming=table.texts("naming"),
        naming_begins=table.texts("naming_begins"),
        naming_ends=table.texts("naming_ends"),
        not_the_number=table.texts("not_the_number"),
        but_the_number=table.texts("but_the_number"),
        mild=frozenset(table.texts("mild")),
        wishing=table.texts("wishing"),
        wished=table.table("wished").all_texts(),
        lasting=table.table("lasting").all_texts(),
        with_a_side=table.table("with_a_side").all_texts(),
        today_only=table.texts("today_only"),
        for_good=table.texts("for_good"),
        asked_of=frozenset(table.texts("asked_of")),
        alike=table.table("alike").all_texts(),
        only_alone=frozenset(table.texts("only_alone")),
        by_sound=table.texts("by_sound"),
        denied=table.text("denied"),
        weightless=frozenset(table.texts("weightless")),
        same_in_names={
            word: chosen for chosen, like in _lists(table, "same_in_names").items() for word in like
        },
        clear_words=table.texts("clear_words"),
        exercises=frozenset(table.texts("exercises")),
        clear_for_several=table.texts("clear_for_several"),
        elsewhere=table.texts("elsewhere"),
        others=table.texts("others"),
        spelled_out=table.table("spelled_out").all_texts(),
        familiar=table.table("familiar").all_texts(),
        same_words={
            word: chosen for chosen, like in _lists(table, "same_words").items() for word in like
        },
        same_askers={
            said: chosen for chosen, like in _lists(table, "same_askers").items() for said in like
        },
        name_endings={key: frozenset(texts) for key, texts in _lists(table, "name_endings").items()},
        own_names={key: frozenset(texts) for key, texts in _lists(table, "own_names").items()},
        built_in=_lists(table, "built_in"),
        examples=_lists(table, "examples"),
        below_a_minute=table.table("below_a_minute").all_texts(),
        grammar=grammar_of(tag, _number_words(table, phrases)),
        opening=read_opening(settings),
    )


def _number_words(table: Table, phrases: Table) -> NumberWords:
    values = {word: value for value, word in enumerate(phrases.texts("numbers"))}
    values |= {word: 10 * tens for tens, word in enumerate(phrases.texts("tens"), start=2)}
    units, times = _lists(table, "units"), table.table("times")
    words = NumberWords(
        values=values | _integers(table.table("numbers")),
        units={word: unit for unit, named in units.items() for word in named},
        single_units=frozenset(named[0] for named in units.values() if named),
        hours=_integers(times.table("hours")),
        morning=times.texts("morning"),
        afternoon=times.texts("afternoon"),
        later=frozenset(times.texts("later")),
    )
    times.close()
    return words


def _integers(table: Table) -> dict[str, int]:
    return {key: int(table.number(key)) for key in table.names()}


def _lists(table: Table, key: str) -> dict[str, tuple[str, ...]]:
    inner = table.table(key)
    return {name: inner.texts(name) for name in inner.names()}
