"""Alexa's own rules, checked on the models as they are committed."""

import json
import re
from collections import Counter, defaultdict
from itertools import product
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from skill.library.intents import FALLBACK
from skill.library.loading import load_language, locales

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "interaction_models").glob("*.json"))

ARTICLES = {"the", "a", "an"}
LAUNCH_WORDS = {
    *("run", "start", "play", "resume", "use", "launch"),
    *("ask", "open", "tell", "load", "begin", "enable"),
}
CONNECTING_WORDS = {
    *("to", "from", "in", "using", "with", "about"),
    *("for", "that", "by", "if", "and", "whether"),
}
WAKE_WORDS = {"alexa", "amazon", "echo", "computer", "ziggy"}
LETTER = "[a-zß-öø-ÿ]"
WORD = re.compile(rf"{LETTER}+(?:'{LETTER}+)*'?|(?:{LETTER}\.)+")
SLOT = re.compile(r"\{(\w+)\}")

MOST_BYTES, MOST_INTENTS, MOST_INTENTS_AND_TYPES, MOST_CHARACTERS = 1_500_000, 250, 350, 140
FEWEST_SAMPLES, MOST_SAMPLES = 50, 400
FOR_THE_PLAYER = {
    f"AMAZON.{mode}{state}Intent" for mode in ("Loop", "Shuffle") for state in ("On", "Off")
}
"""Amazon knows their words, and all that they get is a kind no."""
SPOKEN = {
    "AMAZON.NUMBER": ("one", "two", "ten", "forty five"),
    "AMAZON.DURATION": ("ten seconds", "two second", "a minute", "half a minute", "a minute and a half"),
    "AMAZON.TIME": ("seven", "half past seven", "eight o'clock", "nine in the evening"),
    "AMAZON.SearchQuery": ("morning stretch", "back and hips"),
}
"""What Amazon's own types take, some of it. "Hold it for a second" is left out on purpose: that is said
for "wait", and is a sample of its own."""
SPOKEN_IN = {"minutes": ("ten minutes", "ten minute", "five minutes", "half an hour")}
"""What is said in a slot where that is not what its type takes. Seconds are no length of a routine: "ten
seconds" alone is about the hold, and would be heard as "{seconds} seconds" there."""
OTHER_NAMES = 3
"""Of each further slot in a sample; one slot at a time goes through all of its names."""

REQUIRED = {f"AMAZON.{name}Intent" for name in ("Help", "Cancel", "Stop", "NavigateHome", "Fallback")}


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def file(request):
    """The model file of one locale."""
    return request.param


@pytest.fixture(scope="module")
def language(file):
    """What is in it."""
    return json.loads(file.read_text(encoding="utf-8"))["interactionModel"]["languageModel"]


@pytest.fixture(scope="module")
def spoken(file, library):
    """The words of that locale."""
    return load_language(ROOT / "content", file.stem.partition("-")[0], library, file.stem)


def samples_of(language):
    """Every sample with its intent."""
    return [(intent["name"], sample) for intent in language["intents"] for sample in intent["samples"]]


def slots_of(language):
    """The type of every slot name."""
    return {slot["name"]: slot["type"] for each in language["intents"] for slot in each.get("slots", [])}


def names_of(slot_type):
    """Every name of every value of a type, with the value's id."""
    return [
        (value["id"], name)
        for value in slot_type["values"]
        for name in (value["name"]["value"], *value["name"]["synonyms"])
    ]


def names_by_slot(language):
    """Every name that can stand in each slot."""
    types = {kind["name"]: {name for _, name in names_of(kind)} for kind in language["types"]}
    return {slot: types.get(kind, set()) for slot, kind in slots_of(language).items()}


def joined(languages):
    """What is in any of several models of one language: every intent with every sample, every name.

    The models of its countries differ by a few words, and no sentence may mean one thing in one country
    and another in the next. So they are gone through together, once.
    """
    intents, types = defaultdict(dict), defaultdict(lambda: defaultdict(set))
    for language in languages:
        for intent, sample in samples_of(language):
            intents[intent][sample] = None
        for kind in language["types"]:
            for value, name in names_of(kind):
                types[kind["name"]][name].add(value)
    slots = {name: kind for language in languages for name, kind in slots_of(language).items()}
    return [(intent, sample) for intent, samples in intents.items() for sample in samples], slots, types


def readings_of(samples, slots_types, types):
    """Every sample with names for its slots: its intent, its slots, its words around them, the names."""
    named = {kind: [(name, name) for name in names] for kind, names in SPOKEN.items()}
    for kind, names in types.items():
        named[kind] = [(name, " ".join(sorted(ids))) for name, ids in sorted(names.items())]
    for intent, sample in samples:
        slots, frame = SLOT.findall(sample), SLOT.sub("%s", sample)
        for through in slots or [""]:
            known = [
                said_in(slot, named[slots_types[slot]])[: None if slot == through else OTHER_NAMES]
                for slot in slots
            ]
            yield intent, slots, frame, known


def said_in_all(frame, known):
    """The words with each choice of names: they are millions, so no more is done for each than must."""
    return [frame % names for names in product(*([name for name, _ in pairs] for pairs in known))]


def meaning(intent, slots, pairs):
    """An intent with its slots in the order of the alphabet, and the ids in each."""
    return intent, sorted((slot, ids) for slot, (_, ids) in zip(slots, pairs, strict=True))


def said_in(slot, names):
    """What can be said in a slot, of what its type takes."""
    return [(name, name) for name in SPOKEN_IN.get(slot, ())] or names


def around_slot(sample):
    """What stands before and after the one slot of a sample; nothing for other samples."""
    parts = SLOT.split(sample)
    return (parts[0], parts[2], parts[1]) if len(parts) == 3 else None


def splits_of(sentence):
    """Every way to cut some words out of a sentence: what is before them, they, what is after."""
    words = sentence.split()
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            before = "".join(f"{word} " for word in words[:start])
            after = "".join(f" {word}" for word in words[end:])
            yield before, " ".join(words[start:end]), after


def test_there_is_a_model_for_every_locale_that_content_names():
    """Every locale of every language has its file, and no other file lies there."""
    assert {*locales(ROOT / "content")} == {path.stem for path in FILES}


def test_the_model_is_as_amazon_documents_the_format(file):
    """Every part has the documented form, and no part is there that the format does not have."""
    schema = json.loads(Path(__file__).with_name("model.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    model = json.loads(file.read_text(encoding="utf-8"))

    assert [error.message for error in Draft202012Validator(schema).iter_errors(model)] == []


def test_the_model_has_the_parts_that_ours_have_and_no_others(language):
    """The model has no dialog: the coach itself asks for what is missing."""
    assert {*language} == {"invocationName", "modelConfiguration", "intents", "types"}
    for intent in language["intents"]:
        assert {*intent} - {"slots"} == {"name", "samples"}, intent["name"]
        assert all({*slot} == {"name", "type"} for slot in intent.get("slots", [])), intent["name"]
    for kind in language["types"]:
        assert {*kind} == {"name", "values"}
        assert all({*value} == {"id", "name"} for value in kind["values"]), kind["name"]


def test_the_invocation_name_is_allowed(language):
    """Two words or more, lower case, and none that Alexa needs for herself."""
    words = language["invocationName"].split()
    forbidden = LAUNCH_WORDS | CONNECTING_WORDS | WAKE_WORDS | {"skill", "app"}

    assert len(words) > 1
    assert all(WORD.fullmatch(word) for word in words)
    assert not forbidden & {*words}
    assert len(words) > 2 or not ARTICLES & {*words}


def test_samples_are_words_that_can_be_said(language):
    """Lower case words, apostrophes, full stops in initialisms, slots with a space on either side."""
    bad = [
        (intent, sample)
        for intent, sample in samples_of(language)
        if sample != " ".join(sample.split())
        or not all(WORD.fullmatch(part) or SLOT.fullmatch(part) for part in sample.split())
    ]

    assert bad == []


def test_names_are_words_that_can_be_said(language):
    """The same for the names of slot values, none longer than Alexa allows."""
    for kind in language["types"]:
        for value, name in names_of(kind):
            assert len(name) <= MOST_CHARACTERS, (value, name)
            assert all(WORD.fullmatch(word) for word in name.split()), (value, name)


def test_samples_use_the_slots_of_their_intent(language):
    """A sample names declared slots only, and every declared slot is in some sample."""
    for intent in language["intents"]:
        declared = {slot["name"] for slot in intent.get("slots", [])}
        used = {name for sample in intent["samples"] for name in SLOT.findall(sample)}
        assert used == declared, intent["name"]


def test_a_slot_name_has_one_type_everywhere(language):
    """Alexa refuses a model where `{stretch}` means one thing here and another there."""
    types = defaultdict(set)
    for intent in language["intents"]:
        for slot in intent.get("slots", []):
            types[slot["name"]].add(slot["type"])

    assert {name: kinds for name, kinds in types.items() if len(kinds) > 1} == {}


def test_every_type_is_defined_and_has_values(language):
    """A slot's type is Amazon's or stands in the model, with at least one value."""
    defined = {kind["name"]: kind["values"] for kind in language["types"]}
    own = {kind for kind in slots_of(language).values() if not kind.startswith("AMAZON.")}

    assert own == {*defined}
    assert all(defined.values())


def test_values_differ(language):
    """Within a type no two values have the same id or the same own name, and no name stands twice."""
    for kind in language["types"]:
        ids = [value["id"] for value in kind["values"]]
        values = [value["name"]["value"] for value in kind["values"]]
        assert len({*ids}) == len(ids), kind["name"]
        assert len({*values}) == len(values), kind["name"]
        assert len({*names_of(kind)}) == len(names_of(kind)), kind["name"]


def test_only_shared_names_belong_to_several_values(language, spoken):
    """A name with two owners was meant to have them: it is in `shared_names.toml`."""
    for kind in language["types"]:
        owners = defaultdict(set)
        for value, name in names_of(kind):
            owners[name].add(value)
        shared = {name: ids for name, ids in owners.items() if len(ids) > 1}
        meant = spoken.shared_names if kind["name"] == "STRETCH" else {}
        assert shared == {name: {*meant.get(name, ())} for name in shared}, kind["name"]


def test_every_stretch_and_routine_can_be_named(language, library, spoken):
    """One value each, under its id, with every synonym and shared name, and without an article."""
    kinds = {kind["name"]: kind["values"] for kind in language["types"]}
    for kind, entries, named in (
        ("STRETCH", library.stretches, spoken.stretches),
        ("ROUTINE", library.routines, spoken.routines),
    ):
        values = {value["id"]: value["name"] for value in kinds[kind]}
        assert {*values} == {*entries}
        for entry, name in values.items():
            assert {name["value"], *name["synonyms"]} >= {*named[entry].synonyms}, entry
            assert name["value"].split()[0] not in ARTICLES, entry
    for name, ids in spoken.shared_names.items():
        for value in kinds["STRETCH"]:
            known = {value["name"]["value"], *value["name"]["synonyms"]}
            assert (value["id"] in ids) == (name in known), (name, value["id"])


def test_no_sample_belongs_to_two_intents(language):
    """Slot names put aside: `start {stretch}` and `start {other}` of one type would be the same."""
    types = slots_of(language)
    owners = defaultdict(set)
    for intent, sample in samples_of(language):
        owners[SLOT.sub(lambda found: f"{{{types[found[1]]}}}", sample)].add(intent)

    assert {sample: owning for sample, owning in owners.items() if len(owning) > 1} == {}


def test_no_sample_stands_twice(language):
    """Within an intent every sample is another one."""
    for intent in language["intents"]:
        assert len({*intent["samples"]}) == len(intent["samples"]), intent["name"]


def test_no_sentence_without_slots_is_also_one_with_a_name_in_it(language):
    """While "full routine" is a name, "do a full routine" is no sample, or the slot would be lost."""
    names, patterns = names_by_slot(language), defaultdict(set)
    for _, sample in samples_of(language):
        around = around_slot(sample)
        if around:
            patterns[around[:2]].add(around[2])
    clashes = [
        (intent, sample, slot)
        for intent, sample in samples_of(language)
        if "{" not in sample
        for before, words, after in splits_of(sample)
        for slot in patterns.get((before, after), ())
        if words in names[slot]
    ]

    assert clashes == []


def test_the_same_words_around_two_slots_take_different_names(language):
    """`{stretch}` and `{place}` may both stand alone only because no name is in both."""
    names, patterns = names_by_slot(language), defaultdict(set)
    for _, sample in samples_of(language):
        around = around_slot(sample)
        if around:
            patterns[around[:2]].add(around[2])
    pairs = {
        (one, other) for slots in patterns.values() for one in slots for other in slots if one < other
    }

    assert {
        pair: names[pair[0]] & names[pair[1]] for pair in pairs if names[pair[0]] & names[pair[1]]
    } == {}


@pytest.mark.parametrize("tag", sorted({path.stem.partition("-")[0] for path in FILES}))
def test_no_sentence_can_be_read_in_two_ways(tag):
    """No words in the slots make a sentence mean two intents, or the same intent with other ids.

    "Hold it for forty five" is a number and "hold it for forty five seconds" a length of time, so no
    sample has a number with "seconds" behind it where another has a length of time.
    """
    files = [path for path in FILES if path.stem.partition("-")[0] == tag]
    models = [json.loads(path.read_text(encoding="utf-8")) for path in files]
    parts = joined([model["interactionModel"]["languageModel"] for model in models])
    # What is said once has one meaning: only of the others it is worked out.
    once, again = set(), set()
    for _, _, frame, known in readings_of(*parts):
        said = said_in_all(frame, known)
        different = set(said)
        if len(different) < len(said):
            again |= {sentence for sentence, times in Counter(said).items() if times > 1}
        again |= once & different
        once |= different
    del once
    readings = {}
    twofold = [
        (said, readings[said], meant)
        for intent, slots, frame, known in readings_of(*parts)
        if not again.isdisjoint(everything := said_in_all(frame, known))
        for said, pairs in zip(everything, product(*known), strict=True)
        if said in again and readings.setdefault(said, meant := meaning(intent, slots, pairs)) != meant
    ]

    assert twofold == []


def test_free_text_has_an_utterance_for_itself(language):
    """An AMAZON.SearchQuery never shares an utterance with another slot, and has words beside it."""
    types = slots_of(language)
    for intent, sample in samples_of(language):
        slots = SLOT.findall(sample)
        if "AMAZON.SearchQuery" in [types[slot] for slot in slots]:
            assert len(slots) == 1, (intent, sample)
            assert SLOT.sub("", sample).strip(), (intent, sample)


def test_samples_have_no_wake_word_and_no_launch_phrase(language):
    """Those never reach a skill: Alexa has taken them by then."""
    name = language["invocationName"]
    for intent, sample in samples_of(language):
        assert not WAKE_WORDS & {*sample.split()}, (intent, sample)
        assert name not in sample, (intent, sample)


def test_there_are_enough_samples_and_no_intent_drowns_another(language):
    """Fifty for every intent and at most eight times as many, none for the fallback."""
    counts = {
        intent["name"]: len(intent["samples"])
        for intent in language["intents"]
        if intent["name"] not in FOR_THE_PLAYER
    }

    assert counts.pop(FALLBACK) == 0
    assert {
        intent: count for intent, count in counts.items() if not FEWEST_SAMPLES <= count <= MOST_SAMPLES
    } == {}


def test_the_intents_that_certification_tries_are_there(language):
    """Help, Cancel, Stop, going home, and something for everything else."""
    assert {intent["name"] for intent in language["intents"]} >= REQUIRED


def test_the_model_is_small_enough(language):
    """Bytes, intents and types within Alexa's limits."""
    size = len(json.dumps({"interactionModel": {"languageModel": language}}, indent=2).encode())

    assert size < MOST_BYTES
    assert len(language["intents"]) <= MOST_INTENTS
    assert len(language["intents"]) + len(language["types"]) <= MOST_INTENTS_AND_TYPES
