"""What the ear has learned from the samples: it is of these samples, and says what it cannot read."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.errors import SettingError
from skill.library.languages import languages
from skill.library.loading import data_folder
from skill.simulator.ear.classification.classifier import Classifier, read_learned
from skill.simulator.ear.classification.features import BUCKETS, features
from skill.simulator.ear.classification.material import (
    digest,
    known_words,
    load_background,
    material,
)
from skill.simulator.ear.ear import load_ear
from skill.simulator.ear.model.model_file import heard_model, read_model
from skill.simulator.ear.words.hearing import load_hearing

MODELS, CONTENT = data_folder("interaction_models"), data_folder("content")
LEARNED = read_learned(MODELS / "ear" / "en.bin")
CLASSIFIER = Classifier(LEARNED)


@pytest.mark.parametrize("language", languages(CONTENT))
def test_what_was_learned_is_of_these_samples(language):
    """Whoever changes samples is told to say `make ears`."""
    models = [heard_model(read_model(path)) for path in sorted(MODELS.glob(f"{language}-*.json"))]
    sentences = material(models, load_hearing(CONTENT, language), load_background(CONTENT, language))
    learned = read_learned(MODELS / "ear" / f"{language}.bin")
    assert learned.digest == digest(sentences), "the samples have changed: say `make ears`"
    assert learned.known == known_words(sentences)


def test_the_material_is_the_same_every_time():
    """The digest tells a change of the samples, and nothing else."""
    model = heard_model(read_model(MODELS / "en-GB.json"))
    hearing, background = load_hearing(CONTENT, "en"), load_background(CONTENT, "en")
    first, second = (digest(material([model], hearing, background)) for _ in range(2))
    fewer = replace(model, samples={**model.samples, "AMAZON.HelpIntent": ()})
    assert first == second != digest(material([fewer], hearing, background))


@given(st.lists(st.text(alphabet="abcdefghij '?é", max_size=12), min_size=1, max_size=30))
def test_any_words_have_features_and_an_intent(words):
    """Whatever is said, the classifier answers, and the same each time."""
    found = features(words, LEARNED.known)
    assert found == sorted(set(found))
    assert all(0 <= feature < BUCKETS for feature in found)
    guess = CLASSIFIER.guess(words)
    assert guess == CLASSIFIER.guess(words)
    assert guess.lead >= 0
    assert guess.margin == max(CLASSIFIER.margins(words)) == guess.margins[guess.intent]


@pytest.mark.parametrize("length", [0, 1, 200, 20_000])
def test_a_file_that_is_cut_off_is_named(tmp_path, length):
    """A damaged file is said with the way to make it anew, and no traceback."""
    broken = tmp_path / "en.bin"
    broken.write_bytes((MODELS / "ear" / "en.bin").read_bytes()[:length])
    with pytest.raises(SettingError, match="make ears"):
        read_learned(broken)


def test_a_missing_file_is_named(tmp_path):
    """With how to make it."""
    with pytest.raises(SettingError, match=r"en\.bin is missing: `make ears`"):
        read_learned(tmp_path / "en.bin")


def test_a_language_that_nothing_was_learned_of_is_heard_by_rules(tmp_path):
    """Whoever begins a translation can try it before the ears have learned it."""
    model = tmp_path / "en-US.json"
    model.write_bytes((MODELS / "en-US.json").read_bytes())
    assert load_ear(model).hear("start child's pose").intent == "StartStretchIntent"


def test_what_was_learned_is_kept_whole(tmp_path):
    """What is written is read again as it was."""
    LEARNED.write(tmp_path / "en.bin")
    assert read_learned(tmp_path / "en.bin") == LEARNED
