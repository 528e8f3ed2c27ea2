"""What `limber content check` catches: the real content with one thing broken at a time."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from skill.errors import ContentError
from skill.library.intents import load_intents
from skill.library.loading import load_language, load_library, problems_of
from skill.library.utterances import load_utterances

CONTENT = Path(__file__).parents[2] / "content"
EN = "content/locales/en"
OTHERS = {language.name for language in CONTENT.glob("locales/*")} - {Path(EN).name}
BRIDGE, BRIDGE_WORDS = "content/stretches/bridge.toml", f"{EN}/stretches/bridge.toml"
COBRA, COBRA_WORDS = "content/stretches/modified_cobra.toml", f"{EN}/stretches/modified_cobra.toml"
HAMSTRING = "content/stretches/standing_hamstring.toml"
HAMSTRING_WORDS = f"{EN}/stretches/standing_hamstring.toml"
CAT_WORDS = f"{EN}/stretches/cat_cow.toml"
LOOSEN, LOOSEN_WORDS = "content/routines/loosen_up.toml", f"{EN}/routines/loosen_up.toml"
EVERYDAY_WORDS = f"{EN}/routines/everyday_back.toml"
PROMPTS = f"{EN}/prompts.toml"
POSITIONS, POSITION_WORDS = "content/positions.toml", f"{EN}/positions.toml"
PHRASES = f"{EN}/phrases.toml"
INTERACTION = f"{EN}/interaction.toml"
HOW_TO, HOW = f"{EN}/utterances/HowToIntent.toml", f"{EN}/utterances/HowIntent.toml"
AREA_WORDS = f"{EN}/slots/AREA.toml"
COUNTRIES = f"{EN}/countries.toml"
CONDITIONS, CONDITION_WORDS = "content/conditions.toml", f"{EN}/conditions.toml"
SIGNS, SIGN_WORDS = "content/signs.toml", f"{EN}/signs.toml"
GLAUCOMA, GLAUCOMA_WORDS = "content/care/glaucoma.toml", f"{EN}/care/glaucoma.toml"

LEVELS = ("gentle", "standard", "longer")
TEN = '[doses.standard]\nseconds = { value = 10, sources = ["S2"] }'
MUST_HOLD = 'must hold "a text", or { say = "a text", takes = 12 }, of at most 40 seconds'
PLANK = """
name = "the plank"
synonyms = ["plank"]
which = "face down"
steps = ["Rise onto your toes."]
brief = ["Rise onto your toes."]
release = "Lower yourself."
felt = "Feel your belly."
benefit = "It may help."

[ways.gentle]
differs = "Stay on your knees."
"""
SOURCES = "S0, S1, S2, S3, S4, ours"
STRETCHES = ", ".join(sorted(path.stem for path in (CONTENT / "stretches").glob("*.toml")))
AREAS = "back_muscles, buttocks, groin, hip_flexors, hips, legs, lower_back, neck, spine, upper_back"
TRIAGES = "emergency, doctor, ask, leave, ease, harmless, effort"
ONLY_WORDS = "only words, apostrophes and initialisms can be said"
BOTH_MEANT = "if both are meant, put it in shared_names.toml alone"


def ten(value: str) -> tuple[str, str, str]:
    """Another value for the cobra's hold."""
    return COBRA, TEN, TEN.replace("10", value)


def one_more(file: str, key: str, text: str) -> tuple[str, str, str]:
    """One more text in a list of texts, in front of the others."""
    return file, f"\n{key} = [", f'\n{key} = ["{text}", '


def replaced(file: str, key: str, text: str) -> tuple[str, str, str]:
    """Another text under a key; the old one becomes a comment."""
    return file, f"\n{key} = ", f'\n{key} = "{text}" # '


# What it is called, what is done to the content, and the lines that tell of it. An edit is a file,
# an old text and a new one; None for the old text writes the file, None for the new one removes it.
CASES = [
    ("missing key", [(BRIDGE, 'planning = "always"\n', "")], [f"{BRIDGE}: planning: is missing"]),
    (
        "a way nobody has words for",
        [(COBRA, "[ways.gentle]", '[ways.low]\nspares = ["hip"]\nsources = ["ours"]\n\n[ways.gentle]')],
        [f"{COBRA_WORDS}: ways.low: is missing"],
    ),
    (
        "words of a way there is not",
        [(COBRA_WORDS, "[ways.gentle]", '[ways.low]\ndiffers = "Stay low."\n\n[ways.gentle]')],
        [f"{COBRA_WORDS}: ways.low: is no way of {COBRA}"],
    ),
    (
        "no gentle way",
        [(COBRA, "[ways.gentle]", "[ways.low]"), (COBRA_WORDS, "[ways.gentle]", "[ways.low]")],
        [f"{COBRA}: ways: must have 'gentle'"],
    ),
    (
        "a way that nothing leads to",
        [
            (BRIDGE, 'spares = ["knee"]\n', ""),
            ("content/care/sore_knees_or_later_knee_replacement.toml", 'way = "feet_away"\n', ""),
        ],
        [f"{BRIDGE}: ways.feet_away: is reached by nothing: no part is spared, and no verdict names it"],
    ),
    (
        "a part that no sign names",
        [(BRIDGE, 'spares = ["knee"]', 'spares = ["elbow"]')],
        [f"{BRIDGE}: ways.feet_away.spares: 'elbow' is named by no sign"],
    ),
    (
        "a part that two ways spare",
        [(BRIDGE, 'spares = ["knee"]', 'spares = ["knee", "back"]')],
        [
            f"{BRIDGE}: ways.feet_away.spares: 'back' is spared by two ways",
            f"{BRIDGE}: ways.gentle.spares: 'back' is spared by two ways",
        ],
    ),
    (
        "a way for what is not eased",
        [(GLAUCOMA, 'verdict = "leave_out"\n', 'verdict = "leave_out"\nway = "gentle"\n')],
        [f"{GLAUCOMA}: verdicts.1.way: is only for what is eased"],
    ),
    (
        "a way with half of its words",
        [(COBRA_WORDS, '\nbrief = [\n    "Set your forearms', '\nswitch = [\n    "Set your forearms')],
        [
            f"{COBRA_WORDS}: ways.gentle.switch: is never spoken for this stretch",
            f"{COBRA_WORDS}: ways.gentle: must change both of `steps` and `brief`, or neither",
        ],
    ),
    (
        "steps that take the easier way back",
        [(COBRA_WORDS, '"Stay low, with your head', '"Straighten your arms, with your head')],
        [
            (
                f"{COBRA_WORDS}: ways.gentle.steps: says 'straighten your arms', "
                "where its easier way tells 'forearms'"
            )
        ],
    ),
    (
        "a reason that the steps do not keep to",
        [("content/care/wrist_problem.toml", 'way = "fists"\n', "")],
        [
            (
                f"{CAT_WORDS}: ways.gentle.{key}: has none of forearms, fists, elbows, strap, towel, "
                "where care/wrist_problem.toml tells 'forearms'"
            )
            for key in ("steps", "brief")
        ],
    ),
    (
        "a hold without a breath",
        [
            (
                COBRA_WORDS,
                'and rest for a breath.", takes = 6 },\n    "Breathe out, and press up once more',
                'and rest.", takes = 6 },\n    "Press up once more',
            )
        ],
        [f"{COBRA_WORDS}: again: does not name the breath"],
    ),
    (
        "standing with closed eyes",
        [
            (
                HAMSTRING_WORDS,
                "Your {other} hand on the wall, your eyes open, and put",
                "Your {other} hand on the wall, and put",
            )
        ],
        [f"{HAMSTRING_WORDS}: brief: does not say to keep the eyes open"],
    ),
    (
        "standing without a hold",
        [
            (
                HAMSTRING_WORDS,
                "Your {other} hand on the wall, your eyes open, and put",
                "Your eyes open, and put",
            )
        ],
        [f"{HAMSTRING_WORDS}: brief: does not say what to hold on to"],
    ),
    (
        "sides that are changed on one leg",
        [(HAMSTRING_WORDS, '"Come up slowly, and stand on both feet.', '"Come up slowly.')],
        [f"{HAMSTRING_WORDS}: switch: does not say to put both feet down"],
    ),
    (
        "a hold on one leg",
        [(HAMSTRING, 'sides = "each"\n', 'sides = "each"\none_leg = true\n')],
        [
            f"{HAMSTRING}: one_leg: is only for a movement with sides: the foot has to come down",
            *(f"{HAMSTRING}: doses.{level}.seconds: are over 20 on one leg" for level in LEVELS),
        ],
    ),
    (
        "missing position",
        [(BRIDGE, 'position = "lying_back"\n', "")],
        [f"{BRIDGE}: position: is missing"],
    ),
    ("missing sides", [(HAMSTRING, 'sides = "each"\n', "")], [f"{HAMSTRING}: sides: is missing"]),
    ("missing work", [(BRIDGE, 'work = "breaths"\n', "")], [f"{BRIDGE}: work: is missing"]),
    (
        "missing figure",
        [(COBRA, TEN, "[doses.standard]")],
        [f"{COBRA}: doses.standard.seconds: is missing"],
    ),
    (
        "missing level, for it is misspelt",
        [(COBRA, "[doses.standard]", "[doses.usual]")],
        [
            f"{COBRA}: doses.standard: is missing",
            f"{COBRA}: doses.usual: is unknown; is it misspelt?",
        ],
    ),
    (
        "missing words",
        [(BRIDGE_WORDS, "\nrelease = ", "\n# ")],
        [f"{BRIDGE_WORDS}: release: is missing"],
    ),
    (
        "a text with a time that nobody has",
        [(BRIDGE_WORDS, "takes = 6 }", "takes = 60 }")],
        [f"{BRIDGE_WORDS}: again: {MUST_HOLD}"],
    ),
    (
        "missing words of a kind of work",
        [(BRIDGE_WORDS, "\nagain = [", "\nagain_other = [")],
        [
            f"{BRIDGE_WORDS}: again_other: is never spoken without `again`",
            f"{BRIDGE_WORDS}: again: is missing",
        ],
    ),
    (
        "missing way to change position",
        [(POSITION_WORDS, "[moves.standing]\nsitting = ", "[moves.standing]\n# ")],
        [f"{POSITION_WORDS}: moves.standing.sitting: is missing"],
    ),
    ("missing phrase", [(PHRASES, "\nonce = ", "\n# ")], [f"{PHRASES}: times.once: is missing"]),
    ("missing number", [(PHRASES, '"zero", ', "")], [f"{PHRASES}: numbers: must hold 20 or 100 texts"]),
    ("missing file", [("content/areas.toml", "", None)], ["content/areas.toml: file: is missing"]),
    (
        "missing file of words",
        [(f"{EN}/areas.toml", "", None)],
        [f"{EN}/areas.toml: file: is missing"],
    ),
    (
        "unknown key",
        [(BRIDGE, "position", 'positon = "lying_back"\nposition')],
        [f"{BRIDGE}: positon: is unknown; is it misspelt?"],
    ),
    (
        "unknown key in a figure",
        [(COBRA, TEN, TEN.replace(" }", ", most = 20 }"))],
        [f"{COBRA}: doses.standard.seconds.most: is unknown; is it misspelt?"],
    ),
    (
        "unknown key in words",
        [(BRIDGE_WORDS, "\nbrief = ", '\nbreif = "Rise."\nbrief = ')],
        [f"{BRIDGE_WORDS}: breif: is unknown; is it misspelt?"],
    ),
    (
        "unknown phrase",
        [(PHRASES, "\nonce = ", '\nthrice = "thrice"\nonce = ')],
        [f"{PHRASES}: times.thrice: is unknown; is it misspelt?"],
    ),
    (
        "unknown height",
        [
            (
                POSITION_WORDS,
                "[moves.standing]\n",
                '[moves.sofa]\nbed = "Roll over."\n\n[moves.standing]\n',
            )
        ],
        [f"{POSITION_WORDS}: moves.sofa.bed: leads to or from a height that no position has"],
    ),
    (
        "words that are never spoken",
        [(BRIDGE_WORDS, "\nagain = ", '\nswitch = ["And over."]\nagain = ')],
        [f"{BRIDGE_WORDS}: switch: is never spoken for this stretch"],
    ),
    *(
        (
            f"hold of {value} seconds",
            [ten(value)],
            [f"{COBRA}: doses.standard.seconds.value: {shown} is not a whole number from 3 to 120"],
        )
        for value, shown in [
            ("2", "2"),
            ("121", "121"),
            ("0", "0"),
            ("-30", "-30"),
            ("30.5", "30.5"),
            ("true", "True"),
            ("nan", "nan"),
            ("inf", "inf"),
        ]
    ),
    (
        "hold of too many breaths",
        [(BRIDGE, "seconds = { value = 6", "seconds = { value = 41")],
        [f"{BRIDGE}: doses.gentle.breaths: take longer than 120 seconds"],
    ),
    (
        "stretch without words",
        [(BRIDGE_WORDS, "", None)],
        [f"{BRIDGE}: file: has no words in {EN}/stretches"],
    ),
    (
        "words without a stretch",
        [(f"{EN}/stretches/plank.toml", None, PLANK)],
        [f"{EN}/stretches/plank.toml: file: has no entry in content/stretches"],
    ),
    (
        "routine without words",
        [(LOOSEN_WORDS, "", None)],
        [f"{LOOSEN}: file: has no words in {EN}/routines"],
    ),
    (
        "synonym claimed twice",
        [(COBRA_WORDS, "synonyms = [", 'synonyms = ["hip lift", ')],
        [f"{BRIDGE_WORDS}: synonyms: 'hip lift' is also claimed by modified_cobra; {BOTH_MEANT}"],
    ),
    (
        "synonym of two routines",
        [(LOOSEN_WORDS, "synonyms = [", 'synonyms = ["everyday back", ')],
        [f"{EVERYDAY_WORDS}: synonyms: 'everyday back' is also claimed by loosen_up; {BOTH_MEANT}"],
    ),
    (
        "synonym also shared",
        [(BRIDGE_WORDS, "synonyms = [", 'synonyms = ["twist", ')],
        [f"{BRIDGE_WORDS}: synonyms: 'twist' is also claimed by shared_names.toml; {BOTH_MEANT}"],
    ),
    (
        "synonym that is another's name",
        [(COBRA_WORDS, "synonyms = [", 'synonyms = ["the bridge", ')],
        [f"{BRIDGE_WORDS}: name: 'the bridge' is also claimed by modified_cobra; {BOTH_MEANT}"],
    ),
    (
        "synonym given twice",
        [(BRIDGE_WORDS, "synonyms = [", 'synonyms = ["hip lift", ')],
        [f"{BRIDGE_WORDS}: synonyms: 'hip lift' stands there twice"],
    ),
    (
        "synonym in capitals",
        [(BRIDGE_WORDS, "synonyms = [", 'synonyms = ["Hips up", ')],
        [f"{BRIDGE_WORDS}: synonyms: 'Hips up' must be lower case"],
    ),
    (
        "synonym that Alexa does not take",
        [(BRIDGE_WORDS, "synonyms = [", 'synonyms = ["bridge 2", ')],
        [f"{BRIDGE_WORDS}: synonyms: 'bridge 2' has 2: {ONLY_WORDS}"],
    ),
    (
        "shared name of an unknown stretch",
        [(f"{EN}/shared_names.toml", "[names]\n", '[names]\n"both" = ["bridge", "plank"]\n')],
        [f"{EN}/shared_names.toml: both: 'plank' is none of {STRETCHES}"],
    ),
    (
        "shared name of a single stretch",
        [(f"{EN}/shared_names.toml", "[names]\n", '[names]\n"both" = ["bridge"]\n')],
        [f"{EN}/shared_names.toml: both: must name two stretches or more"],
    ),
    (
        "routine naming an unknown stretch",
        [(LOOSEN, '"cat_cow"', '"cat_caw"')],
        [f"{LOOSEN}: stretches: 'cat_caw' is none of {STRETCHES}"],
    ),
    (
        "routine of an unknown article",
        [(LOOSEN, '"S3"', '"S8"')],
        [f"{LOOSEN}: source: 'S8' is none of S0, S1, S2, S3, S4"],
    ),
    (
        "own caution without text",
        [(HAMSTRING_WORDS, "\ncaution = ", "\n# ")],
        [f"{HAMSTRING_WORDS}: caution: is missing"],
    ),
    (
        "own caution with an empty text",
        [replaced(HAMSTRING_WORDS, "caution", " ")],
        [f"{HAMSTRING_WORDS}: caution: is empty"],
    ),
    (
        "own caution that nobody gives",
        [(HAMSTRING, 'own_caution_sources = ["S1"]\n', "")],
        [f"{HAMSTRING_WORDS}: caution: is never spoken for this stretch"],
    ),
    (
        "figure without a source",
        [(COBRA, TEN, TEN.replace(', sources = ["S2"]', ""))],
        [f"{COBRA}: doses.standard.seconds.sources: is missing"],
    ),
    (
        "figure with no sources",
        [(COBRA, TEN, TEN.replace('["S2"]', "[]"))],
        [f"{COBRA}: doses.standard.seconds.sources: is empty"],
    ),
    (
        "figure of an unknown source",
        [(COBRA, TEN, TEN.replace('["S2"]', '["S9"]'))],
        [f"{COBRA}: doses.standard.seconds: 'S9' is none of {SOURCES}"],
    ),
    (
        "figure that is a bare number",
        [(COBRA, TEN, "[doses.standard]\nseconds = 10")],
        [f'{COBRA}: doses.standard.seconds: must be written {{ value = 30, sources = ["S0"] }}'],
    ),
    (
        "figure of breaths without a source",
        [(BRIDGE, 'breaths = { value = 3, sources = ["S1"] }', "breaths = { value = 3, sources = [] }")],
        [f"{BRIDGE}: doses.gentle.breaths.sources: is empty"],
    ),
    (
        "steps of an unknown source",
        [(BRIDGE, 'step_sources = ["S1"]', 'step_sources = ["S7"]')],
        [f"{BRIDGE}: step_sources: 'S7' is none of {SOURCES}"],
    ),
    *(
        (
            f"unspeakable text, {name}",
            [one_more(BRIDGE_WORDS, "steps", f"Lift {text} hips.")],
            [f"{BRIDGE_WORDS}: steps: has {shown}, which Alexa cannot speak"],
        )
        for name, text, shown in [
            ("ampersand", "hips & more", "&"),
            ("tag", "<b>", "< >"),
            ("digits", "10", "0 1"),
            ("brackets", "(your)", "( )"),
            ("square brackets", "[your]", "[ ]"),
            ("emoji", "🧘\u200d♀\ufe0f", "U+200D ♀ U+FE0F 🧘"),
            ("dash", "your — yes", "—"),
            ("colon", "this: your", ":"),
            ("no-break space", "your\u00a0own", "U+00A0"),
        ]
    ),
    *(
        (f"unspeakable text in {file}", [edit], [f"{file}: {key}: has &, which Alexa cannot speak"])
        for file, key, edit in [
            (PROMPTS, "paused", one_more(PROMPTS, "paused", "R & R.")),
            (LOOSEN_WORDS, "summary", replaced(LOOSEN_WORDS, "summary", "R & R.")),
            (
                POSITION_WORDS,
                "moves.sitting.standing",
                (POSITION_WORDS, "[moves.sitting]\n", '[moves.sitting]\nstanding = "R & R." # '),
            ),
            (PHRASES, "both", replaced(PHRASES, "both", "&")),
            (PHRASES, "times.once", replaced(PHRASES, "once", "one & only")),
            (
                f"{EN}/equipment.toml",
                "strap",
                (f"{EN}/equipment.toml", "strap = ", 'strap = "R & R." # '),
            ),
        ]
    ),
    (
        "prompt with a placeholder nobody fills",
        [one_more(PROMPTS, "paused", "Paused, {name}.")],
        [f"{PROMPTS}: paused: has {{name}}, which nobody fills"],
    ),
    *(
        (
            f"prompt with {text}",
            [one_more(PROMPTS, "hold_left", f"Still {text} left.")],
            [f"{PROMPTS}: hold_left: has {{…}}, which nobody fills"],
        )
        for text in ["{}", "{seconds", "seconds}", "{seconds!r}", "{seconds.real}"]
    ),
    (
        "words with a placeholder nobody fills",
        [one_more(HAMSTRING_WORDS, "steps", "Lift your {leg} leg.")],
        [f"{HAMSTRING_WORDS}: steps: has {{leg}}, which nobody fills"],
    ),
    (
        "words with a side where nobody fills it",
        [replaced(HAMSTRING_WORDS, "felt", "Feel your {side} leg.")],
        [f"{HAMSTRING_WORDS}: felt: has {{side}}, which nobody fills"],
    ),
    (
        "a side where there are none",
        [one_more(BRIDGE_WORDS, "steps", "Lift your {side} hip.")],
        [f"{BRIDGE_WORDS}: steps: names a side, and the stretch has none"],
    ),
    (
        "phrase with a placeholder nobody fills",
        [replaced(PHRASES, "once", "once in {number}")],
        [f"{PHRASES}: times.once: has {{number}}, which nobody fills"],
    ),
    ("prompt missing", [(PROMPTS, "\npaused = ", "\n# ")], [f"{PROMPTS}: paused: is missing"]),
    (
        "prompt unknown",
        [(PROMPTS, "\npaused = ", '\nposed = ["Posed."]\npaused = ')],
        [f"{PROMPTS}: posed: is unknown in content/prompts.toml"],
    ),
    (
        "prompt filled with an unknown kind",
        [("content/prompts.toml", '\nhold_left = { seconds = "seco', '\nhold_left = { seconds = "mico')],
        [
            (
                "content/prompts.toml: hold_left.seconds: 'miconds' is none of "
                "minutes, number, seconds, stretches, text, times"
            ),
        ],
    ),
    (
        "not TOML",
        [(BRIDGE, 'sides = "none"', "sides = none")],
        [f"{BRIDGE}: file: is not TOML: Invalid value (at line 2, column 9)"],
    ),
    *(
        (f"not TOML, {file}", [(file, None, "]")], [f"{file}: file: is not TOML: {why}"])
        for why in ["Invalid statement (at line 1, column 1)"]
        for file in [
            BRIDGE_WORDS,
            POSITIONS,
            POSITION_WORDS,
            PROMPTS,
            PHRASES,
            INTERACTION,
            HOW_TO,
            AREA_WORDS,
            LOOSEN_WORDS,
            "content/prompts.toml",
            "content/sources.toml",
            "content/intents.toml",
            CONDITIONS,
            CONDITION_WORDS,
            SIGNS,
            SIGN_WORDS,
            GLAUCOMA,
            GLAUCOMA_WORDS,
            "content/care_sources.toml",
            f"{EN}/speaking.toml",
        ]
    ),
    (
        "wrong type, number for a text",
        [(BRIDGE, 'position = "lying_back"', "position = 3")],
        [f"{BRIDGE}: position: must be a text"],
    ),
    (
        "wrong type, text for a list",
        [(BRIDGE, 'areas = ["buttocks", "spine", "lower_back"]', 'areas = "spine"')],
        [f"{BRIDGE}: areas: must be a list of texts"],
    ),
    (
        "wrong type, list with a number",
        [(BRIDGE_WORDS, "steps = [", "steps = [3, ")],
        [f"{BRIDGE_WORDS}: steps: {MUST_HOLD}"],
    ),
    (
        "empty text in a list",
        [one_more(BRIDGE_WORDS, "steps", "")],
        [f"{BRIDGE_WORDS}: steps: {MUST_HOLD}"],
    ),
    (
        "wrong type, text for a number",
        [ten('"ten"')],
        [f"{COBRA}: doses.standard.seconds.value: must be a number"],
    ),
    (
        "wrong type, text for a table",
        [("content/prompts.toml", "\npaused = {}", '\npaused = "no"')],
        ["content/prompts.toml: paused: must be a table"],
    ),
    (
        "wrong type, truth for a number",
        [(f"{EN}/speaking.toml", "\nword = ", "\nword = true # ")],
        [f"{EN}/speaking.toml: word: must be a number, nought or more"],
    ),
    (
        "none of the values there are",
        [(HAMSTRING, 'sides = "each"', 'sides = "left"')],
        [f"{HAMSTRING}: sides: 'left' is none of none, each, in_turn"],
    ),
    (
        "intent without samples",
        [(HOW_TO, "", None), (HOW, None, 'samples = ["how"]')],
        [
            f"{HOW}: file: is for nothing in content/intents.toml",
            f"{HOW_TO}: file: is missing",
        ],
    ),
    (
        "sample that Alexa does not take",
        [(HOW_TO, "samples = [", 'samples = ["do {stretch} 2 times", ')],
        [f"{HOW_TO}: samples: 'do {{stretch}} 2 times' has 2: {ONLY_WORDS}"],
    ),
    (
        "area without words",
        [(AREA_WORDS, '\nneck = ["neck"', '\nnape = ["neck"')],
        [
            f"{AREA_WORDS}: neck: is missing",
            f"{AREA_WORDS}: nape: is unknown in content/areas.toml",
        ],
    ),
    (
        "stretch that a column forgets",
        [(GLAUCOMA, '["bridge"]', '["childs_pose"]')],
        [f"{GLAUCOMA}: verdicts.4.stretches: 'childs_pose' stands there twice"],
    ),
    (
        "stretch that no verdict is for",
        [(GLAUCOMA, '"cat_cow", ', "")],
        [f"{GLAUCOMA}: verdicts: 'cat_cow' is in none of them"],
    ),
    (
        "verdict on an unknown stretch",
        [(GLAUCOMA, '"cat_cow", ', '"cat_cow", "plank", ')],
        [f"{GLAUCOMA}: verdicts: 'plank' is no stretch"],
    ),
    (
        "unknown verdict",
        [(GLAUCOMA, 'verdict = "ease"', 'verdict = "easy"')],
        [f"{GLAUCOMA}: verdicts.2.verdict: 'easy' is none of fine, ease, ask_first, leave_out"],
    ),
    (
        "verdict without a reason",
        [(GLAUCOMA, 'reason = "head_level"\n', "")],
        [f"{GLAUCOMA}: verdicts.2.reason: is missing"],
    ),
    (
        "verdict of an unknown source",
        [(GLAUCOMA, '["G1", "G2"]', '["G1", "G7"]')],
        [f"{GLAUCOMA}: sources: 'G7' is unknown"],
    ),
    (
        "unknown key in a verdict",
        [(GLAUCOMA, 'reason = "head_level"', 'why = "head"\nreason = "head_level"')],
        [f"{GLAUCOMA}: verdicts.2.why: is unknown; is it misspelt?"],
    ),
    (
        "verdicts that are no list of tables",
        [(GLAUCOMA, None, 'verdicts = ["fine"]')],
        [f"{GLAUCOMA}: verdicts: must be a list of tables"],
    ),
    (
        "reason without words",
        [(GLAUCOMA_WORDS, "\nhips_above = ", "\n# ")],
        [f"{GLAUCOMA_WORDS}: reasons.hips_above: is missing"],
    ),
    (
        "words without a reason",
        [(GLAUCOMA_WORDS, "\nhips_above = ", '\nhips = "Mind them."\nhips_above = ')],
        [f"{GLAUCOMA_WORDS}: reasons.hips: is words for nothing"],
    ),
    (
        "unspeakable reason",
        [replaced(GLAUCOMA_WORDS, "hips_above", "Ask & wait.")],
        [f"{GLAUCOMA_WORDS}: reasons.hips_above: has &, which Alexa cannot speak"],
    ),
    (
        "column without words",
        [(GLAUCOMA_WORDS, "", None)],
        [f"{GLAUCOMA}: file: has no words in {EN}/care"],
    ),
    (
        "words without a column",
        [(f"{EN}/care/hiccups.toml", None, '[reasons]\nhic = "Wait."\n')],
        [f"{EN}/care/hiccups.toml: file: has no entry in content/care"],
    ),
    (
        "column of no condition",
        [
            (
                CONDITIONS,
                'glaucoma = { columns = ["glaucoma"] }',
                'glaucoma = { columns = ["arthritis"] }',
            )
        ],
        [f"{GLAUCOMA}: file: is a column of nothing in conditions.toml"],
    ),
    (
        "condition with an unknown column",
        [(CONDITIONS, 'columns = ["glaucoma"]', 'columns = ["glaucoma", "hiccups"], asks = "weeks"')],
        [f"{CONDITIONS}: conditions.glaucoma.columns: 'hiccups' has no file in content/care"],
    ),
    (
        "condition that means nothing",
        [(CONDITIONS, "\ncannot_kneel = { avoids = ", "\ncannot_kneel = {} # ")],
        [f"{CONDITIONS}: conditions.cannot_kneel: must have `columns` or `avoids`"],
    ),
    (
        "condition that asks what nothing depends on",
        [(CONDITIONS, 'columns = ["glaucoma"]', 'columns = ["glaucoma"], asks = "weeks"')],
        [f"{CONDITIONS}: conditions.glaucoma.asks: decides nothing: there is one column"],
    ),
    (
        "condition with several columns and no question",
        [(CONDITIONS, ', asks = "weeks"', "")],
        [f"{CONDITIONS}: conditions.pregnancy.asks: is missing"],
    ),
    (
        "condition with its milder column first",
        [
            (
                CONDITIONS,
                '["pregnancy_28w_on", "pregnancy_16_to_27w"',
                '["pregnancy_16_to_27w", "pregnancy_28w_on"',
            )
        ],
        [
            f"{CONDITIONS}: conditions.pregnancy.columns: 'pregnancy_16_to_27w' must not be milder than"
            f" 'pregnancy_28w_on': it is for {stretch!r}"
            for stretch in ("cat_cow", "standing_leg_rotation")
        ],
    ),
    (
        "condition that avoids an unknown place",
        [(CONDITIONS, '{ avoids = ["kneeling"]', '{ avoids = ["kneeing"]')],
        [f"{CONDITIONS}: conditions.cannot_kneel.avoids: 'kneeing' is no height and no position"],
    ),
    (
        "condition without words",
        [(CONDITION_WORDS, "\nglaucoma = ", "\n# ")],
        [f"{CONDITION_WORDS}: conditions.glaucoma: is missing"],
    ),
    (
        "question about a condition without words",
        [(CONDITION_WORDS, "\nweeks = ", "\n# ")],
        [f"{CONDITION_WORDS}: questions.weeks: is missing"],
    ),
    (
        "source of care without a spoken name",
        [(f"{EN}/care_sources.toml", "\nG1 = ", "\n# ")],
        [f"{EN}/care_sources.toml: G1: is missing"],
    ),
    (
        "source of care read in an unknown way",
        [("content/care_sources.toml", 'read = "copy"', 'read = "glanced"')],
        ["content/care_sources.toml: R1.read: 'glanced' is none of copy, opening, second_hand"],
    ),
    (
        "sign of an unknown gravity",
        [(SIGNS, 'fever = { triage = "doctor"', 'fever = { triage = "nurse"')],
        [f"{SIGNS}: signs.fever.triage: 'nurse' is none of {TRIAGES}"],
    ),
    (
        "sign of an unknown source",
        [
            (
                SIGNS,
                'cramp = { triage = "harmless", sources = ["R13"]',
                'cramp = { triage = "harmless", sources = ["R14"]',
            )
        ],
        [f"{SIGNS}: signs.cramp.sources: 'R14' is unknown"],
    ),
    (
        "sign that asks nothing",
        [(SIGNS, 'body = "stay", asks = "hurt_or_head"', 'body = "stay"')],
        [f"{SIGNS}: signs.fall.asks: is missing"],
    ),
    (
        "sign that asks an unknown question",
        [
            (
                SIGNS,
                'pop = { triage = "ask", asks = "hurts_there"',
                'pop = { triage = "ask", asks = "where"',
            )
        ],
        [f"{SIGNS}: signs.pop.asks: 'where' is no question"],
    ),
    (
        "sign that asks and is grave enough without",
        [(SIGNS, 'fever = { triage = "doctor"', 'fever = { triage = "doctor", asks = "changed"')],
        [f"{SIGNS}: signs.fever.asks: is only for a sign that asks"],
    ),
    (
        "sign that names a part and is not eased",
        [(SIGNS, 'fever = { triage = "doctor"', 'fever = { triage = "doctor", part = "back"')],
        [f"{SIGNS}: signs.fever.part: is only for a sign that eases"],
    ),
    (
        "question that no sign asks",
        [
            (
                SIGNS,
                "\n[questions]\n",
                '\n[questions]\nwhy = { yes = "pull", no = "pull", unclear = "pull" }\n',
            )
        ],
        [f"{SIGNS}: questions.why: is asked by no sign"],
    ),
    (
        "answer that is taken for an unknown sign",
        [(SIGNS, 'easing = { yes = "puffed"', 'easing = { yes = "fit_again"')],
        [f"{SIGNS}: questions.easing.yes: 'fit_again' is no sign"],
    ),
    (
        "answer that is asked about again",
        [(SIGNS, 'easing = { yes = "puffed"', 'easing = { yes = "breathless"')],
        [f"{SIGNS}: questions.easing.yes: 'breathless' asks again"],
    ),
    (
        "silence taken for the milder answer",
        [(SIGNS, 'unclear = "cannot_breathe"', 'unclear = "puffed"')],
        [f"{SIGNS}: questions.easing.unclear: must be the graver of the two"],
    ),
    *(
        (
            f"nothing to say about {key}",
            [(SIGN_WORDS, f"\n{entry} = ", "\n# ")],
            [f"{SIGN_WORDS}: {key}.{entry}: is missing"],
        )
        for key, entry in [("answers", "cramp"), ("questions", "easing"), ("bodies", "chest")]
    ),
    (
        "words about a sign that nobody has",
        [(SIGN_WORDS, "\ncramp = ", '\nhiccups = "Wait."\ncramp = ')],
        [f"{SIGN_WORDS}: answers.hiccups: is words for nothing"],
    ),
    (
        "answer with a placeholder nobody fills",
        [replaced(SIGN_WORDS, "cramp", "Rub your {part}.")],
        [f"{SIGN_WORDS}: answers.cramp: has {{part}}, which nobody fills"],
    ),
    (
        "missing countries",
        [(COUNTRIES, "", None)],
        [f"{COUNTRIES}: file: is missing"],
    ),
    (
        "unknown key of a country",
        [(COUNTRIES, "\n[en-GB.words]", '\nambulance = "nine nine nine"\n[en-GB.words]')],
        [f"{COUNTRIES}: en-GB.ambulance: is unknown; is it misspelt?"],
    ),
    (
        "word of a country that Alexa does not take",
        [(COUNTRIES, '"physio"', '"p.t. 2"')],
        [f"{COUNTRIES}: en-GB.words.therapist: 'p.t. 2' has 2: {ONLY_WORDS}"],
    ),
]


def broken(folder: Path, edits) -> Path:
    """The content in the default language alone, with some of its files edited.

    What another language lacks when something is added to this one, `test_translation.py` tells.
    """
    content = folder / "content"
    shutil.copytree(CONTENT, content, ignore=shutil.ignore_patterns(*OTHERS))
    for name, old, new in edits:
        file = folder / name
        if new is None:
            file.unlink()
        elif old is None:
            file.write_text(new, encoding="utf-8")
        else:
            text = file.read_text(encoding="utf-8")
            assert old in text, f"{name} has no {old!r} to break any more"
            file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return content


def load_all(content: Path) -> None:
    """Load what the skill and its interaction model are made of."""
    load_language(content, "en", load_library(content))
    load_utterances(content, "en", load_intents(content))


def refusal(content: Path) -> list[str]:
    """The lines with which the loader refuses the content."""
    with pytest.raises(ContentError) as caught:
        load_all(content)
    assert str(caught.value) == "\n".join(caught.value.problems)
    return caught.value.problems


def check(folder: Path) -> subprocess.CompletedProcess[str]:
    """`limber content check` on a folder."""
    command = [Path(sys.executable).with_name("limber"), "content", "check", folder]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603


def test_the_real_content_is_sound():
    """What is shipped has no problem at all."""
    assert problems_of(CONTENT) == []


@pytest.mark.parametrize(
    ("edits", "lines"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_one_broken_thing_is_reported_and_refused_in_its_own_lines(tmp_path, edits, lines):
    """One mistake is reported by file, key and problem, without messages about its consequences.

    The loader, which coaches from nothing broken, refuses in the same words.
    """
    content = broken(tmp_path, edits)
    assert problems_of(content) == lines
    refused = refusal(content)
    assert refused
    assert set(refused) <= set(lines)


def test_a_word_that_the_content_does_not_have_is_reported(tmp_path):
    """A word to be replaced that no text has is reported, since nothing else would show the slip."""
    edits = [(COUNTRIES, "therapist = ", 'trousers = "pants"\ntherapist = ')]
    problems = problems_of(broken(tmp_path, edits))
    assert problems == [f"{COUNTRIES}: en-US.words.trousers: occurs nowhere in the content"]


def test_problems_of_several_files_are_reported_at_once(tmp_path):
    """All problems are reported at once, so that nobody has to fix them one by one."""
    edits = [
        (BRIDGE, 'position = "lying_back"\n', ""),
        (BRIDGE, '"spine"', '"spain"'),
        ten("2"),
        (LOOSEN, '"cat_cow"', '"cat_caw"'),
        (CONDITION_WORDS, "\nglaucoma = ", "\n# "),
        one_more(PROMPTS, "paused", "Paused & {name}."),
        (f"{EN}/areas.toml", None, "]"),
    ]
    problems = problems_of(broken(tmp_path, edits))
    assert sorted(problems) == sorted(
        [
            f"{BRIDGE}: position: is missing",
            f"{BRIDGE}: areas: 'spain' is none of {AREAS}",
            f"{COBRA}: doses.standard.seconds.value: 2 is not a whole number from 3 to 120",
            f"{LOOSEN}: stretches: 'cat_caw' is none of {STRETCHES}",
            f"{CONDITION_WORDS}: conditions.glaucoma: is missing",
            f"{PROMPTS}: paused: has &, which Alexa cannot speak",
            f"{PROMPTS}: paused: has {{name}}, which nobody fills",
            f"{EN}/areas.toml: file: is not TOML: Invalid statement (at line 1, column 1)",
        ]
    )


def test_a_folder_without_content_is_not_taken_for_sound(tmp_path):
    """An empty folder has problems, reported file by file."""
    problems = problems_of(tmp_path)
    assert "content/stretches: folder: holds no TOML files" in problems
    assert "content/locales: folder: holds no language" in problems
    assert "content/sources.toml: file: is missing" in problems


def test_a_file_that_is_no_text_is_reported(tmp_path):
    """Bytes that are no UTF-8, and a folder in a file's place, are problems like any other."""
    content = broken(tmp_path, [(LOOSEN, "", None)])
    (tmp_path / BRIDGE).write_bytes(b"\xff\xfe")
    (tmp_path / LOOSEN).mkdir()
    problems = problems_of(content)
    assert any(line.startswith(f"{BRIDGE}: file: is not TOML: ") for line in problems)
    assert f"{LOOSEN}: file: cannot be read: Is a directory" in problems


def test_the_command_prints_every_problem_and_exits_1(tmp_path):
    """`limber content check FOLDER` prints the lines alone, the ear's file among them."""
    hearing = f"{EN}/hearing.toml"
    edits = [(BRIDGE, 'sides = "none"\n', ""), (hearing, "\nfillers = ", "\nfilers = ")]
    result = check(broken(tmp_path, edits))
    assert result.returncode == 1
    assert result.stdout.splitlines() == [
        f"{BRIDGE}: sides: is missing",
        f"{hearing}: fillers: is missing",
        f"{hearing}: filers: is unknown; is it misspelt?",
    ]
    assert result.stderr == ""


def test_an_intent_that_nothing_handles_is_reported(tmp_path):
    """Whoever declares an intent and gives it words is told that nobody would answer it."""
    edits = [
        ("content/intents.toml", "[intents.WhyTheseIntent]", "[intents.Sing]\n[intents.WhyTheseIntent]"),
        (f"{EN}/utterances/Sing.toml", None, 'samples = ["sing a song for me"]\n'),
    ]
    result = check(broken(tmp_path, edits))
    assert (result.returncode, result.stderr) == (1, "")
    assert result.stdout == (
        "content/intents.toml: intents.Sing: nothing handles it; write in"
        " skill/alexa/requests/intents.py what it means\n"
    )


def test_the_command_refuses_a_folder_that_is_not_there(tmp_path):
    """A mistyped folder is one line, not a page of missing files and no traceback."""
    result = check(tmp_path / "contents")
    (line,) = result.stderr.splitlines()
    assert (result.returncode, result.stdout) == (2, "")
    assert "contents' does not exist" in line
