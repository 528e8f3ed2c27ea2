"""Two conditions told in one sentence, each in words of its own: "a new hip and thin bones".

Their words are not those of something else: "a new hip and weak wrists" is no weakness that is new.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from skill.simulator.ear.interpretation import HeardSlot, Interpretation
from skill.simulator.ear.spotting.names import Spotted
from skill.simulator.ear.spotting.spotter import Spotter
from skill.simulator.ear.words.hearing import Hearing
from skill.simulator.ear.words.plain_words import Tokens, Trimmer, clean


class ToldTogether:
    """Finds the names of one kind that are told together."""

    def __init__(
        self, spotter: Spotter, kinds: Iterable[str], trimmer: Trimmer, hearing: Hearing
    ) -> None:
        """Take what finds names.

        Args:
            spotter: Finds them.
            kinds: The slot types of which two may be told.
            trimmer: Takes words apart that are run together.
            hearing: What the ear knows of the language.
        """
        self._spotter = spotter
        self._kinds = tuple(kinds)
        self._trimmer = trimmer
        self._weightless = hearing.weightless
        self._questions = hearing.questions

    def telling(self, spotted: Spotted, words: Tokens) -> frozenset[int]:
        """The places of the words by which something was found and that say something by themselves."""
        return frozenset(place for place in spotted.places if words[place].plain not in self._weightless)

    def apart(self, words: Tokens) -> Iterator[list[Spotted]]:
        """Of each kind the names that are told, each in words of its own."""
        for kind in self._kinds:
            yield _in_words_of_their_own(self._named(words, kind))

    def make_up(self, complaint: Spotted, words: Tokens, *, urgent: bool) -> bool:
        """Whether a complaint is made of the words of two names, and so is none.

        One that is not urgent is none either in the words of one of them, or of one and a question that
        comes after both: "sore knees and glaucoma, is that all right".
        """
        telling = self.telling(complaint, words)
        for apart in self.apart(words):
            shared = [each.places for each in apart if each.places & telling]
            others = telling.difference(*shared)
            if len(apart) > 1 and len(shared) > 1 and not others:
                return True
            if len(apart) > 1 and shared and not urgent:
                asked = self._asked_after(max(each.end for each in apart), words)
                return min(others, default=asked) >= asked
        return False

    def with_second(
        self,
        heard: Interpretation,
        kind: str,
        slots: Sequence[str],
        words: Tokens,
        meant: Iterable[Spotted],
    ) -> Interpretation:
        """The same with all slots for names of a kind filled, as far as there are names.

        Of three the gravest count, by the order of their type.

        Args:
            heard: What was understood, with the first slot filled.
            kind: The slot type.
            slots: The slots that take names of it.
            words: All that was said, taken apart.
            meant: What the words mean beside the names in them.
        """
        every = [*self._named(words, kind), *(each for each in meant if each.name.kind == kind)]
        every.sort(key=lambda each: (-len(self.telling(each, words)), each.width))
        both = {heard.slots[slot].ids: heard.slots[slot] for slot in slots if slot in heard.slots}
        filled = self._most_exact([*both.values()], every)  # not one twice
        known = {id_ for slot in filled for id_ in slot.ids}
        taken = frozenset[int]().union(*(self._places_of(slot, every, words) for slot in filled))
        more = {
            each.name.value.id: each
            for each in _in_words_of_their_own(every, taken)
            if each.name.value.id not in known
        }
        filled.extend(each.slot(slots[0], words) for each in more.values())
        # Names that nobody knows stay: they are answered, too.
        filled.sort(key=lambda slot: min(self._spotter.ranks(kind, slot.ids), default=-1))
        told = {slot: replace(each, name=slot) for slot, each in zip(slots, filled, strict=False)}
        # What stands in the words of such a name is no name of anything else.
        said = {word for slot in told.values() for word in slot.heard.split()}
        others = {
            name: slot
            for name, slot in heard.slots.items()
            if name not in slots and not (more and {*slot.heard.split()} <= said)
        }
        return replace(heard, slots={**others, **told})

    def _named(self, words: Tokens, kind: str) -> list[Spotted]:
        """The names of a kind that are told, the longest first."""
        every = self._spotter.every(words, kind)
        return [each for each in every if not (each.denied or each.over)]

    def _places_of(self, heard: HeardSlot, every: Iterable[Spotted], words: Tokens) -> frozenset[int]:
        """Where the words of a slot stand, the nearest to each other; nowhere where that is unclear."""
        own = (each for each in every if each.name.value.id in heard.ids)
        # What is between the words of a longer name may be another's.
        nearest = min(own, key=lambda each: each.width - len(each.places), default=None)
        if nearest is not None:
            return nearest.places
        said = [word.plain for word in self._trimmer.with_verbs(clean(heard.heard))]
        for start in range(len(words) - len(said) + 1):
            if said and [word.plain for word in words[start : start + len(said)]] == said:
                return frozenset(range(start, start + len(said)))
        return frozenset()

    def _most_exact(self, slots: Sequence[HeardSlot], every: Sequence[Spotted]) -> list[HeardSlot]:
        """The slots but those whose words all stand in another's name: "twenty weeks | pregnant"."""
        found = {slot.ids: [each for each in every if each.name.value.id in slot.ids] for slot in slots}
        return [
            slot
            for slot in slots
            if not any(_within(own, found[slot.ids]) for own in _others(slot, found))
        ]

    def _asked_after(self, place: int, words: Tokens) -> int:
        """Where a question begins from a place on; the end of the words where none does."""
        asks = (at for at in range(place, len(words)) if words[at].plain in self._questions)
        return next(asks, len(words))


def _in_words_of_their_own(
    found: Iterable[Spotted], taken: frozenset[int] = frozenset()
) -> list[Spotted]:
    """Names that share no words with those before them, nor with what is taken."""
    apart = []
    for each in found:
        if taken.isdisjoint(each.places):
            apart.append(each)
            taken |= each.places
    return apart


def _others(slot: HeardSlot, found: Mapping[tuple[str, ...], list[Spotted]]) -> Iterator[list[Spotted]]:
    """The names of each other slot."""
    return (names for ids, names in found.items() if ids != slot.ids)


def _within(longer: Sequence[Spotted], names: Sequence[Spotted]) -> bool:
    """Whether there are names, and each of them stands within one of the others."""
    return bool(names) and all(any(each.places < more.places for more in longer) for each in names)
