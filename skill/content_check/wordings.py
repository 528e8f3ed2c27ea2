"""What is wrong with the wordings of any language: names that clash, and words over a length."""

import re
from collections import defaultdict
from collections.abc import Iterator

from skill.library.language import Language
from skill.library.spoken import PLACEHOLDER, spoken_texts

LONGEST_WORD = 24
"""Letters: a longer word is hard to speak and does not fit on a screen."""
LONGEST_CUE = 21
"""Words in one sentence of what is told along a stretch: whoever lies there with closed eyes has to
remember it."""
LONGEST_ON_SCREEN = 24
"""Letters of a text on a screen that is read from the mat, each of its places counted as two."""
CUES = frozenset({"steps", "brief", "again", "again_other", "switch", "move", "move_brief", "release"})

WORD = re.compile(r"[^\W\d_]+")
SENTENCE = re.compile(r"[.?!]")


def problems_of_wordings(language: Language) -> Iterator[str]:
    """What is wrong, as `file: key: problem`."""
    yield from _clashes(language)
    for spoken in spoken_texts(language):
        bare = PLACEHOLDER.sub("", spoken.text)
        for word in WORD.findall(bare):
            if len(word) > LONGEST_WORD:
                yield f"{spoken.file}: {spoken.key}: {word!r} has more than {LONGEST_WORD} letters"
        if spoken.key.rpartition(".")[2] in CUES:
            for sentence in SENTENCE.split(spoken.text):
                if len(sentence.split()) > LONGEST_CUE:
                    yield f"{spoken.file}: {spoken.key}: {sentence!r} has more than {LONGEST_CUE} words"
    file = f"content/locales/{language.tag}/screen.toml"
    for key, text in language.screen.items():
        if len(PLACEHOLDER.sub("00", text)) > LONGEST_ON_SCREEN:
            yield f"{file}: {key}: {text!r} has more than {LONGEST_ON_SCREEN} letters"


def _clashes(language: Language) -> Iterator[str]:
    """Names that a stretch and a routine share: nobody could start either by it."""
    at = f"content/locales/{language.tag}"
    owners = defaultdict(list)
    for entry, routine in language.routines.items():
        for name in (routine.name.lower(), *routine.synonyms):
            owners[name].append(entry)
    for entry, stretch in language.stretches.items():
        for name in dict.fromkeys((stretch.name.lower(), *stretch.synonyms)):
            for routine_id in owners.get(name, ()):
                yield f"{at}/stretches/{entry}.toml: synonyms: {name!r} is also the routine {routine_id}"
    for name in language.shared_names:
        for routine_id in owners.get(name, ()):
            yield f"{at}/shared_names.toml: {name}: is also the routine {routine_id}"
