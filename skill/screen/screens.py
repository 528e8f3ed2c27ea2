"""Which screen goes with an answer: the practice, a list, or the words that are said."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from skill.coach.conversation import events
from skill.coach.conversation.reply import Card, Listing, Reply
from skill.coach.conversation.state.state import Running, State, Waiting
from skill.coach.machine import ANSWERS
from skill.coach.practice.cues.cues import length
from skill.make_fast.written_once import WrittenOnce
from skill.screen.captions import Captions
from skill.screen.document import document
from skill.screen.pages import pages
from skill.screen.practice_screen import letters, practice_data
from skill.screen.sheet import THEME, Drawer, Figures, Wanted
from skill.screen.timeline import Shot
from skill.words import Words

Row = dict[str, Any]

LONG = 150
"""Characters from which on words are written smaller."""

WIDE, BESIDE, ROUND = 300, 160, 100
"""Characters that there is room for: on a screen, beside a figure on it, and on a round one."""


@dataclass(frozen=True)
class Seen:
    """What a screen is made of."""

    reply: Reply
    state: State
    """The conversation after it."""
    words: Words
    carries_on: bool = False
    """Whether the screen asks for the next part when the answer is over."""


class Screens:
    """Makes screens, and keeps what of them can be used again: every figure that was shown."""

    def __init__(self, figures: Figures) -> None:
        self._read = cache(figures)
        self._drawer = Drawer(self._read)
        self._document = WrittenOnce({})

    def shown_with(self, answer: Seen) -> Row:
        """The document and the data of an answer, as a directive has them.

        Raises:
            ContentError: A figure cannot be read.
        """
        if not self._document:
            any_figure = self._read(next(iter(answer.words.language.stretches)))
            self._document = WrittenOnce(document(any_figure.themes[THEME]))
        return {"document": self._document, "datasources": {"coach": self._data(answer)}}

    def _data(self, answer: Seen) -> Row:
        running = answer.state.practice
        if isinstance(running, Running):
            return practice_data(
                answer.reply, running, answer.words, self._drawer, carries_on=answer.carries_on
            )
        told = Told(answer.words)
        if answer.reply.listing is not None:
            return told.listing(answer.reply.listing)
        if answer.reply.card is not None:
            return told.card(answer.reply.card)
        if isinstance(running, Waiting) and answer.state.question is None:
            return told.waiting(running, answer.reply, self._drawer)
        return told.said(answer.reply, answer.state)


@dataclass(frozen=True)
class Told:
    """The screens on which nothing moves, in one language."""

    words: Words

    def listing(self, listing: Listing) -> Row:
        """A list of what can be started: by its name, or by a touch."""
        entries = [{"id": entry.id, "name": self.words.title(entry.name)} for entry in listing.entries]
        return self._list(self._of(listing.kind), entries)

    def card(self, card: Card) -> Row:
        """What a card has in writing, line by line."""
        lines = [line for line in card.text.splitlines() if line]
        return self._list(card.title, [{"id": "", "name": line} for line in lines])

    def waiting(self, waiting: Waiting, reply: Reply, drawer: Drawer) -> Row:
        """A practice that waits: what the body does there, and how to go on."""
        captions = Captions(self.words, waiting.practice)
        place = waiting.place
        if waiting.practice.is_end(place):
            return self._words(reply, ())
        way = drawer.way_of(waiting.practice.items[place.item])
        shot = Shot(place.stretch, (way.move or way.steps)[-1], place.side)
        sheet = drawer.sheet(Wanted([shot], held=[shot]), 0)
        return self._words(reply, ("resume", "next"), BESIDE) | {
            "title": captions.name(place),
            "note": self._of("paused"),
            "paths": sheet.paths,
            "looks": sheet.looks,
            "frames": [sheet.frames[0] | {"e": str(place.side or "")}],
            "letters": letters(self.words),
            "mark": {"f": 0},
        }

    def said(self, reply: Reply, state: State) -> Row:
        """What is said, and yes and no where that answers it."""
        question = state.question
        answers = question is not None and events.Yes in ANSWERS[type(question)]
        return self._words(reply, ("yes", "no") if answers else ())

    def _words(self, reply: Reply, buttons: tuple[str, ...], most: int = WIDE) -> Row:
        return self._still() | {
            "kind": "words",
            "title": self._of("title"),
            "pages": _pages(reply, most),
            "round": _pages(reply, ROUND),
            "buttons": [{"id": key, "label": self._of(key)} for key in buttons],
            "over": round(1000 * length(reply.spoken)),
        }

    def _list(self, title: str, entries: list[dict[str, str]]) -> Row:
        return self._still() | {"kind": "list", "title": title, "entries": entries}

    def _still(self) -> Row:
        return {
            "note": "",
            "buttons": [],
            "paths": [],
            "looks": [],
            "frames": [],
            "letters": {},
            "mark": {"f": -1},
        }

    def _of(self, key: str) -> str:
        return self.words.language.screen[key]


def _pages(reply: Reply, most: int) -> list[Row]:
    """Pages as the document reads them: `a` in milliseconds, `t`, `q`, and `l`, 1 for small letters."""
    return [
        {
            "a": round(1000 * page.at),
            "t": page.text,
            "q": page.question,
            "l": int(len(page.text) + len(page.question) > LONG),
        }
        for page in pages(reply.answer, reply.prompt, most)
    ]
