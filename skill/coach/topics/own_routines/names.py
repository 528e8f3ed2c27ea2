"""The name of a routine of one's own: whether it can be taken, and asking for it."""

from skill.coach.conversation.answers.answers import ask
from skill.coach.conversation.disambiguation.own_names import bare, folded, own_named
from skill.coach.conversation.events import Asked
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.conversation.state.questions import RoutineName
from skill.coach.topics.own_routines.drafts import MOST_ROUTINES, given_up

SHORTEST_NAME, LONGEST_NAME = 2, 40
"""The fewest letters and the most characters of a name; a longer one was misheard."""


def tidy(name: str) -> str:
    """A name without what is around it and too many spaces."""
    return " ".join(name.split()).strip(" .,!?")


def problem_of(scene: Scene, name: str) -> str:
    """What is said of a name that cannot be taken; empty where it can."""
    language = scene.words.language
    taken = {
        folded(each)
        for named in (language.stretches, language.routines)
        for words in named.values()
        for each in (words.name, *words.synonyms)
    }
    if not bare(scene, name) or len(name) > LONGEST_NAME or sum(map(str.isalpha, name)) < SHORTEST_NAME:
        return scene.say("own_name_unclear")
    return scene.say("own_name_taken", name=name) if folded(name) in taken else ""


def free_name(scene: Scene) -> str:
    """A name for a routine whose name was never said, and that no other one has."""
    first = scene.say("own_unnamed")
    numbered = (f"{first} {scene.words.number(count)}" for count in range(2, MOST_ROUTINES + 1))
    names = (first, *numbered)
    return next((name for name in names if not own_named(scene, Asked(heard=name))), first)


def ask_for_name(scene: Scene, stretches: tuple[str, ...] = (), problem: str = "") -> Outcome:
    """Ask for a name with an example; ask a second time for a bad one, and then give up."""
    before = scene.state.question
    asked = isinstance(before, RoutineName)
    if isinstance(before, RoutineName) and before.again:
        return given_up(scene)
    question = RoutineName(stretches, bool(problem) or asked, of=scene.own.person)
    return ask(scene, problem, scene.say("own_name"), question)
