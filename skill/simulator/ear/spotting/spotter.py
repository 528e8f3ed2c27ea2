"""Names of conditions and complaints among other words: "the pain is going down both my legs now".

Alexa's own understanding finds them by what a sentence is like. Here a name is found where all of its
words are, near each other and in any order, and none of them is denied.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from skill.simulator.ear.model.model_file import NamedValue
from skill.simulator.ear.spotting.names import Name, Spotted, longest_first
from skill.simulator.ear.words.hearing import Hearing
from skill.simulator.ear.words.plain_words import PhraseSet, Tokens, Trimmer, clean, plain_text

WORDS_BETWEEN, OF_MORE = 6, 9
"""How many words that are not its own a name of one or two words, and one of more, may have between its
first and last one."""

DENIED_BEFORE = 3
"""How many words before a name a denial may stand: "no sign of numbness"."""

SHORTEST_CORRECTED = 6
"""The fewest letters of a word that is corrected: in shorter ones a wrong letter makes another word."""

NO_ROOT = ""
"""What stands for a word of an idiom, which belongs to no name: "I fell asleep" tells of no fall."""

SPELT_ALIKE = 86
"""From 0 to 100: words that are at least this much alike count as the same word."""

SOUNDS = str.maketrans(
    dict.fromkeys("bpfv", "1")
    | dict.fromkeys("cgjkqsxz", "2")
    | dict.fromkeys("dt", "3")
    | {"l": "4", "m": "5", "n": "5", "r": "6"}
    | dict.fromkeys("aeiouhwy")
)
"""The sound of each letter as in Soundex (R. C. Russell, 1918), which has none for vowels."""

SOUNDS_ALIKE, MOST_SYLLABLES = 67, 4
"""From 0 to 100: how much alike words of one sound are spelt; in how many words a name is heard."""


class Spotter:
    """Finds names of some slot types in utterances."""

    def __init__(
        self,
        types: Mapping[str, tuple[NamedValue, ...]],
        hearing: Hearing,
        trimmer: Trimmer,
        others: Iterable[str] = (),
    ) -> None:
        """Take what is looked for.

        Args:
            types: The values of the types, the most urgent type first, and of each the gravest value.
            hearing: What the ear knows of the language.
            trimmer: Takes words apart that are run together.
            others: Names of something else, in whose words nothing is found: "half kneeling hip flexor"
                tells of no half a hip.
        """
        self._types = types
        # One utterance is asked about several times.
        self._every = lru_cache(maxsize=1)(self._find_every)
        others = tuple(others)
        several = [name for name in others if " " in name]
        self._other_words = frozenset(others).difference(several)
        apart = [plain_text(trimmer.with_verbs(clean(name))) for name in several]
        self._others = PhraseSet([*several, *apart, *hearing.idioms])
        self._idioms = PhraseSet(hearing.idioms)
        self._same = hearing.same_in_names
        self._stem = hearing.grammar.stem
        self._weightless = hearing.weightless
        self._only_alone = hearing.only_alone
        self._denials = hearing.denials
        self._no_denials = PhraseSet(hearing.no_denials)
        self._over = PhraseSet(hearing.over)
        self._over_before = PhraseSet(hearing.over_before)
        self._elsewhere = frozenset((*hearing.elsewhere, *hearing.others))
        self._by_root: dict[str, list[Name]] = defaultdict(list)
        names = [
            name
            for order, (kind, values) in enumerate(types.items())
            for rank, value in enumerate(values)
            for name in self._names(kind, order, value, rank, trimmer)
        ]
        common: dict[str, int] = defaultdict(int)
        for name in names:
            for root in name.roots:
                common[root] += 1
        for name in names:
            self._by_root[min(name.roots, key=lambda root: (common[root], root))].append(name)
        self._by_sound: dict[str, list[tuple[str, Name]]] = defaultdict(list)
        for name in names:
            if name.said in hearing.by_sound:
                self._by_sound[_sound(name.said)].append((name.said.replace(" ", ""), name))
        self._roots = sorted(root for root in common if len(root) >= SHORTEST_CORRECTED)
        self._small_roots = frozenset(map(self._root, hearing.weightless))
        self._known = frozenset(common) | {self._root(word) for word in hearing.weightless}

    def values_of(self, kind: str) -> tuple[NamedValue, ...]:
        """The values of one of the types, the gravest first."""
        return self._types[kind]

    def ranks(self, kind: str, ids: Collection[str]) -> Iterator[int]:
        """The places of some values in their type, the gravest first."""
        for rank, value in enumerate(self._types[kind]):
            if value.id in ids:
                yield rank

    def stands_in_idiom(self, words: Tokens, part: Tokens) -> bool:
        """Whether a part of the words stands nowhere in them but where an idiom has some of it."""
        idiomatic, felt = self._idioms.places(words), plain_text(part)
        starts = [n for n in range(len(words)) if plain_text(words[n : n + len(part)]) == felt]
        at = [idiomatic.intersection(range(start, start + len(part))) for start in starts]
        return bool(at) and all(at)

    def find(self, words: Tokens) -> list[Spotted]:
        """The names in an utterance, the longest first; a shorter one within longer ones is left out."""
        taken: frozenset[int] = frozenset()
        found = []
        for spotted in self._every(words):
            if not (spotted.elsewhere or spotted.places <= taken):
                taken |= spotted.places
                found.append(spotted)
        return found

    def every(self, words: Tokens, kind: str) -> Iterator[Spotted]:
        """All names of one type, the longest first, whosever body they are about: "my wife"."""
        return (spotted for spotted in self._every(words) if spotted.name.kind == kind)

    def _find_every(self, words: Tokens) -> list[Spotted]:
        idiomatic = self._idioms.places(words)
        roots = [
            NO_ROOT if place in idiomatic else self._corrected(self._root(word.plain))
            for place, word in enumerate(words)
        ]
        said = {word.plain for word in words}
        every = [*self._all(words, roots), *self._sounding(words)]
        return sorted(every, key=lambda spotted: longest_first(spotted, said))

    def _all(self, words: Tokens, roots: Sequence[str]) -> Iterator[Spotted]:
        places: dict[str, list[int]] = defaultdict(list)
        for place, root in enumerate(roots):
            places[root].append(place)
        for root in places:
            for name in self._by_root.get(root, ()):
                at = _nearest_together(name.roots, places)
                if at is None or self.is_in_another(words, at):
                    continue
                if self._is_said_so(name, roots, at):
                    denied, over = self._is_denied(words, at), self.is_over(words, at)
                    others, loose = self._is_for_others(words, at, name), self._is_loose(name, roots, at)
                    yield Spotted(name, at, denied, over, others, loose)

    def _sounding(self, words: Tokens) -> Iterator[Spotted]:
        """Names that some words next to each other sound like."""
        from rapidfuzz import fuzz

        for start in range(len(words)):
            for end in range(start + 1, min(start + MOST_SYLLABLES, len(words)) + 1):
                said = "".join(word.plain for word in words[start:end])
                for name, found in self._by_sound.get(_sound(said), ()):
                    if fuzz.ratio(said, name) >= SOUNDS_ALIKE:
                        at = frozenset(range(start, end))
                        yield Spotted(found, at, self._is_denied(words, at))

    def is_in_another(self, words: Tokens, at: frozenset[int]) -> bool:
        """Whether all these words, but for small ones, stand within the name of something else."""
        telling = {place for place in at if words[place].plain not in self._weightless}
        return any(telling <= places for places in self._in_others(words))

    def _in_others(self, words: Tokens) -> Iterator[frozenset[int]]:
        """The places of each name of something else."""
        for start in range(len(words)):
            if length := self._others.length_at(words, start):
                yield frozenset(range(start, start + length))

    def named(self, kind: str, id_: str, at: frozenset[int]) -> Spotted | None:
        """A value that was found by what words mean; None if there is no such value."""
        for order, (each, values) in enumerate(self._types.items()):
            for rank, value in enumerate(values):
                if (each, value.id) == (kind, id_):
                    name = Name(kind, order, value, rank, (), value.value, frozenset())
                    return Spotted(name, at, denied=False)
        return None

    def _is_said_so(self, name: Name, roots: Sequence[str], at: frozenset[int]) -> bool:
        """Whether a denial that belongs to a name stands before the word that it denies there."""
        said = sorted(at)
        for place, word in enumerate(name.roots[:-1]):
            if word in self._denials:
                after = [here for here in said if roots[here] == name.roots[place + 1]]
                before = [here for here in said if roots[here] == word]
                if not any(0 < a - b <= DENIED_BEFORE for a in after for b in before):
                    return False
        return True

    def _is_for_others(self, words: Tokens, at: frozenset[int], name: Name) -> bool:
        """Whether one or two words of a name stand in a sentence that is about something else."""
        if len(at) > 2:
            return False
        ours = at.union(*self._in_others(words))  # the cat in "cat cow" is no pet
        others = {word.plain for place, word in enumerate(words) if place not in ours}
        if name.order:
            others -= self._other_words  # nor is the bridge one over a river, where it is no complaint
        return not self._elsewhere.isdisjoint(others)

    def _is_loose(self, name: Name, roots: Sequence[str], at: frozenset[int]) -> bool:
        said = [root for root in roots[min(at) : max(at) + 1] if root not in self._small_roots]
        own = [root for root in name.roots if root not in self._small_roots]
        return len(own) < 2 or said != own

    def _is_denied(self, words: Tokens, at: frozenset[int]) -> bool:
        first = min(at)
        before = {*range(max(0, first - DENIED_BEFORE), first), *(place - 1 for place in at if place)}
        return any(self._denies(words, place) for place in before - at)

    def is_over(self, words: Tokens, at: frozenset[int]) -> bool:
        """Whether words before a name, within it or after it say that it is no more."""
        after, inside = max(at) + 1, {*range(min(at) - 1, max(at))} - at
        return any(self._over.length_at(words, start) for start in (after, after + 1)) or any(
            self._over_before.length_at(words, start) for start in inside
        )

    def _denies(self, words: Tokens, place: int) -> bool:
        """Whether the word denies what follows: "no, it hurts" and "I can't stop shaking" do not."""
        if words[place].plain not in self._denials:
            return False
        return not any(self._no_denials.length_at(words, start) for start in (place - 1, place))

    def _names(
        self, kind: str, order: int, value: NamedValue, rank: int, trimmer: Trimmer
    ) -> Iterator[Name]:
        seen = set()
        for text in value.names:
            if text in self._only_alone:
                continue
            spelled = [word.plain for word in trimmer.spelled_out(clean(text))]
            telling = [word for word in spelled if word not in self._weightless]
            # Of "my back is out" not only "back" is to be found.
            content = [word for word in telling if word not in self._denials]
            short = len(content) == 1 and len(spelled) > 1 and content[0] not in value.names
            roots = tuple(dict.fromkeys(map(self._root, spelled if short or not telling else telling)))
            if frozenset(roots) not in seen:
                seen.add(frozenset(roots))
                yield Name(kind, order, value, rank, roots, text, frozenset(spelled))

    def _root(self, word: str) -> str:
        return self._same.get(word) or self._stem(word)

    def _corrected(self, root: str) -> str:
        if root in self._known or len(root) < SHORTEST_CORRECTED:
            return root
        from rapidfuzz import fuzz, process

        found = process.extractOne(root, self._roots, scorer=fuzz.ratio, score_cutoff=SPELT_ALIKE)
        # "Training" is no straining: what is misheard mostly begins as it was said.
        return found[0] if found and found[0][:1] == root[:1] else root


def _nearest_together(
    roots: Sequence[str], places: Mapping[str, Sequence[int]]
) -> frozenset[int] | None:
    """The places of all these words, as near to each other as they come; None if one is missing."""
    if any(root not in places for root in roots):
        return None
    best: frozenset[int] | None = None
    for start in places[roots[0]]:
        at = frozenset(
            min(places[root], key=lambda place: (abs(place - start), place)) for root in roots
        )
        width = max(at) - min(at) + 1
        between = OF_MORE if len(roots) > 2 else WORDS_BETWEEN
        if width <= len(roots) + between and (best is None or width < max(best) - min(best) + 1):
            best = at
    return best


def _sound(said: str) -> str:
    """What a text sounds like, without vowels: the same for "glaucoma" and "glow coma"."""
    return "".join(sound for sound, _ in groupby(said.replace(" ", "").translate(SOUNDS)))
