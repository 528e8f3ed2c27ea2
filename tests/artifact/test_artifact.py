"""What is shipped to Lambda as Lambda runs it: the built folder alone, under Amazon's own client."""

import copy
import filecmp
import json
import re
import subprocess
from pathlib import Path

import grimp

from helpers.dynamodb_local import client
from helpers.lambda_artifact import TABLE, make_artifact
from helpers.recorded_events import EVENTS, SKILL_ID
from helpers.sam_template import template
from helpers.screens import coached, data_of
from helpers.store_samples import LONG_AGO
from skill.coach.person.profile import ACCOUNT
from skill.simulator.envelope import SCREEN
from skill.speech.ssml import words_of
from skill.stores.dynamodb import DynamoStore

ROOT = Path(__file__).parents[2]


def event(name: str, at: str, user: str, attributes: dict | None = None) -> dict:
    """A recorded request of somebody's, made at some time, in a running session where there is one."""
    made = json.loads(json.dumps(EVENTS[name]).replace("amzn1.ask.account.RECORDED", user))
    made["request"]["timestamp"] = at
    if attributes is not None:
        made["session"] |= {"new": False, "attributes": attributes}
    return made


# It answers


def test_it_coaches_and_keeps_what_was_done(start, words, database):
    """A visit by recorded requests: welcomed, coached, counted, and kept in the table."""
    function = start(LIMBER_SKILL_ID=SKILL_ID)
    attributes, heard = None, []
    for name, at in (
        ("launch", "2026-11-20T15:00:00Z"),
        ("start_stretch", "2026-11-20T15:00:10Z"),
        ("stop", "2026-11-20T15:04:00Z"),
    ):
        answer = function.invoke(event(name, at, "coached", attributes)).body
        attributes = answer.get("sessionAttributes")
        heard.append(words_of(answer["response"]["outputSpeech"]["ssml"]))
    assert heard[0].startswith("Welcome to Limber Back.")
    assert words.stretch("happy_baby").release in heard[1]
    assert words.say("not_saved") not in " ".join(heard)
    kept = DynamoStore(TABLE, client(database)).history("coached", ACCOUNT, LONG_AGO)
    assert len(list(kept)) == 1


def test_every_recorded_request_is_answered(start):
    """Nothing that Alexa sends ends in an error, nor does the log tell who sent it or what they said."""
    function = start(AWS_LAMBDA_LOG_FORMAT="JSON")
    for name in sorted(EVENTS):
        answer = function.invoke(copy.deepcopy(EVENTS[name])).body
        assert answer["version"] == "1.0", name
    log = function.stop()
    assert '"level": "ERROR"' not in log
    assert "amzn1.ask.account" not in log
    assert "purple unicorn" not in log


def test_a_restored_snapshot_answers(start):
    """A snapshot has the store's client ready, and answers after it is restored."""
    function = start(AWS_LAMBDA_INITIALIZATION_TYPE="snap-start")
    function.restore()
    answer = function.invoke(event("launch", "2026-11-20T15:00:00Z", "restored")).body
    assert words_of(answer["response"]["outputSpeech"]["ssml"]).startswith("Welcome to Limber Back.")


def test_a_screen_is_written_as_it_is_anywhere(start):
    """What the function writes once, and its runtime takes as text, is what a device is sent."""
    function = start()
    launch = event("launch", "2026-11-20T15:00:00Z", "seen")
    launch["context"]["System"]["device"]["supportedInterfaces"] = SCREEN
    attributes = function.invoke(launch).body["sessionAttributes"]
    begun = event("start_stretch", "2026-11-20T15:00:10Z", "seen", attributes)
    begun["context"]["System"]["device"]["supportedInterfaces"] = SCREEN
    for _ in range(2):
        (shown,) = function.invoke(begun).body["response"]["directives"]
        wanted = coached("happy_baby")[2]
        assert shown["document"] == wanted["document"]
        paths = shown["datasources"]["coach"]["paths"]
        assert paths
        assert set(paths) <= set(data_of(wanted)["paths"])


# It is what it has to be


def test_nothing_in_it_is_bound_to_a_machine_or_a_python(artifact):
    """No compiled module, no bytecode, and every package is one for any machine."""
    for pattern in ("*.so", "*.pyd", "*.pyc", "__pycache__"):
        assert not list(artifact.rglob(pattern))
    wheels = list(artifact.glob("*.dist-info/WHEEL"))
    tags = [
        line for wheel in wheels for line in wheel.read_text().splitlines() if line.startswith("Tag")
    ]
    assert len(wheels) >= 5
    assert all(tag.endswith("-none-any") for tag in tags)


def test_there_is_exactly_what_is_needed(artifact):
    """The SDK and its dependencies, time zones, the skill; no tests, tools, Flask or second boto3."""
    packages = {path.name for path in artifact.iterdir() if not path.name.endswith(".dist-info")}
    sdk = {"ask_sdk_core", "ask_sdk_model", "ask_sdk_runtime", "dateutil", "six.py"}
    assert packages == sdk | {"tzdata", "skill", "handler.py"}


IMPORT_EVERYTHING = """
import ast, importlib, pathlib, sys

def imports(node):
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        yield node
    type_checked = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    for child in node.orelse if type_checked else ast.iter_child_nodes(node):
        yield from imports(child)

for path in [pathlib.Path("handler.py"), *sorted(pathlib.Path("skill").rglob("*.py"))]:
    name = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
    package = importlib.import_module(name).__package__
    for found in imports(ast.parse(path.read_text())):
        exec(compile(ast.Module([found], []), str(path), "exec"), {"__package__": package})

for name, module in sys.modules.items():
    if name.partition(".")[0] == "skill":
        print(name, module.__file__)
"""
"""Imports every module of ours in the folder, then what each imports, within its functions too."""


def test_everything_in_it_can_be_imported_from_it_alone(artifact, runtime):
    """Every import, in functions too, finds its module in the artifact or in Lambda's own Python."""
    told = subprocess.run(  # noqa: S603
        [runtime, "-c", IMPORT_EVERYTHING],
        cwd=artifact,
        env={"LIMBER_STORE": f"dynamodb:{TABLE}", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = dict(line.split(" ", 1) for line in told.stdout.splitlines())
    files = (artifact / "skill").rglob("*.py")
    assert loaded == {_module(artifact, file): str(file) for file in files}


def test_in_it_is_what_the_entry_can_come_to(artifact):
    """It has exactly the modules that the entry reaches in import-linter's graph."""
    graph = grimp.build_graph("skill", cache_dir=None, exclude_type_checking_imports=True)
    entry = (artifact / "handler.py").read_text()
    waiting = re.findall(r"^ *from (skill[.\w]*) import ", entry, re.MULTILINE)
    assert "skill.on_lambda" in waiting
    reached: set[str] = set()
    while waiting:
        module = waiting.pop()
        if module not in reached:
            reached.add(module)
            waiting += [module.rpartition(".")[0]] if "." in module else []
            waiting += graph.find_modules_directly_imported_by(module)
    assert {_module(artifact, file) for file in (artifact / "skill").rglob("*.py")} == reached


def test_every_figure_is_in_it_as_it_is_drawn(artifact):
    """Each stretch has its pictures, and nothing that draws is there."""
    stretches = {path.stem for path in (ROOT / "content/stretches").glob("*.toml")}
    assert {path.stem for path in (artifact / "skill/_data/figures").iterdir()} == stretches
    assert not (artifact / "skill/figures/body/solving.py").exists()


def _module(root: Path, file: Path) -> str:
    return ".".join(file.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


def test_a_second_build_is_the_same(artifact, tmp_path):
    """The same checkout gives the same bytes, in whichever order Python's sets are."""
    assert make_artifact(tmp_path / "again", PYTHONHASHSEED="4711").returncode == 0
    compared = [filecmp.dircmp(artifact, tmp_path / "again", ignore=[])]
    for folder in compared:
        compared += folder.subdirs.values()
        _, *others = filecmp.cmpfiles(folder.left, folder.right, folder.common_files, shallow=False)
        assert (others, folder.left_only, folder.right_only) == ([[], []], [], [])
    assert sum(len(folder.common_files) for folder in compared) > 500


def test_its_python_is_the_templates():
    """The wheels are fetched for the Python that the function runs on."""
    runtime = template()["Resources"]["SkillFunction"]["Properties"]["Runtime"]
    assert (
        f'VERSION = "{runtime.removeprefix("python")}"' in (ROOT / "scripts/fetch_parts.py").read_text()
    )
    assert f"--python-version {runtime.removeprefix('python')} " in (ROOT / "Makefile").read_text()


# What can go wrong is said in one line


def test_a_folder_that_will_not_do_is_refused(tmp_path):
    """No folder, a folder with files, a file, and a folder that cannot be made are refused."""
    letter = tmp_path / "letter.txt"
    letter.touch()
    for folder, told in (
        (None, "where to? make build-SkillFunction ARTIFACTS_DIR=<an empty folder>"),
        (tmp_path, f"{tmp_path} is not empty: give a new folder, or an empty one"),
        (letter, f"{letter} cannot be used: File exists; give an empty folder"),
        (letter / "x", f"{letter / 'x'} cannot be used: Not a directory; give an empty folder"),
    ):
        refused = make_artifact(folder)
        ours, makes = refused.stderr.splitlines()
        assert (refused.returncode, ours) == (2, told)
        assert makes.startswith("make: ")


def test_a_build_without_the_wheels_says_how_to_get_them(tmp_path):
    """The build itself never asks the network for anything."""
    code = (
        "import fetch_parts, sys, pathlib\n"
        f"fetch_parts.PARTS = pathlib.Path({str(tmp_path)!r})\n"
        "import build_function\nsys.argv = ['build', 'somewhere']\nprint(build_function.main())"
    )
    told = subprocess.run(  # noqa: S603
        [ROOT / ".venv/bin/python", "-c", code],
        cwd=ROOT / "scripts",
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.endswith(": say make wheels, with a network, and build again\n")
    assert len(told.stdout.splitlines()) == 1
