"""The pages to read, and the files of the page: whole without a script, kept by what they hold."""

import gzip
import json
import re
from html import unescape
from xml.etree import ElementTree as ET

import pytest

from skill import bootstrap
from skill.figures.records import HOLD

SVG = re.compile(r"<svg xmlns=.*?</svg>", re.DOTALL)


def page(coach, path: str) -> str:
    """A page as it comes, its entities as letters."""
    answer = coach.get(path)
    assert answer.status_code == 200, path
    return unescape(answer.text)


def parsed(svg: str) -> ET.Element:
    """A picture of our own; an error where it is no XML."""
    return ET.fromstring(svg)  # noqa: S314


@pytest.fixture
def release(coach) -> str:
    """The sum in the addresses of this release's files."""
    return re.search(r"/static/(\w+)/main\.js", coach.get("/").text)[1]


def test_the_library_has_all_there_is(coach, library):
    """Every stretch and routine with its address, a little figure, and all names to find it by."""
    told = page(coach, "/library")
    for stretch in library.stretches:
        assert f'href="/stretches/{stretch}"' in told
        assert f'href="#figure-{stretch}"' in told
        assert f'id="figure-{stretch}"' in told
    for routine in library.routines:
        assert f'href="/routines/{routine}"' in told
    assert "About 29 minutes, 9 stretches." in told
    found = dict(re.findall(r'data-id="(\w+)" data-find="([^"]+)"', told))
    assert "eye of the needle" in found["piriformis"]
    assert "psoas stretch" in found["supine_hip_flexor"]


def test_every_stretch_has_a_page_with_its_cautions_first(coach, library):
    """Figures step by step, figures with sources, cautions before them, where it occurs."""
    titles = {source.title for source in library.sources.values()} | {"our own"}
    for stretch in library.stretches.values():
        told = page(coach, f"/stretches/{stretch.id}")
        figure = bootstrap.gallery().figures[stretch.id]
        shown = SVG.findall(told)
        assert len(shown) >= len(dict.fromkeys(figure.way.steps)), stretch.id
        for drawn in shown:
            assert parsed(drawn.replace("&", "&amp;")).find("{*}desc").text
        order = [told.find(f">{part}<") for part in ("Take care", "Step by step", "How long, how often")]
        assert order == sorted(order), stretch.id
        for part in ("Where it is felt", "An easier way", "Where it occurs"):
            assert f">{part}<" in told
        assert "{" not in re.sub(r"<(svg|script).*?</\1>", "", told, flags=re.DOTALL)
        assert any(title in told for title in titles)
        for routine in library.routines.values():
            linked = f'href="/routines/{routine.id}"' in told
            assert linked == (stretch.id in routine.stretches)


def test_every_routine_has_a_page_with_its_length_and_its_figures(coach, library):
    """In its order, each with its hold, how long, and how in brief."""
    for routine in library.routines.values():
        told = page(coach, f"/routines/{routine.id}")
        assert re.search(r"About \d+ minutes", told)
        order = [told.index(f'href="/stretches/{each}"') for each in routine.stretches]
        assert order == sorted(order)
        assert len(SVG.findall(told)) == len(routine.stretches)


@pytest.mark.parametrize(
    "path", ["/stretches/no_such_stretch", "/routines/x", "/static/x/../api.py", "/static/x/none.js",
             "/figures/x/piriformis-up.json", "/figures/x/none-left.json", "/icons/other.png"]
)  # fmt: skip
def test_an_address_of_nothing_is_said_to_be_one(coach, path):
    """404 in a sentence."""
    answer = coach.get(path)
    assert (answer.status_code, answer.mimetype) == (404, "text/plain")


def test_files_are_kept_for_ever_by_what_they_hold(coach, release):
    """For good under this release's address; what another release asks for is given, and not kept."""
    for path in ("static/{}/main.js", "figures/{}/style.css", "figures/{}/bridge-left.json"):
        mine, other = coach.get("/" + path.format(release)), coach.get("/" + path.format("older"))
        assert (mine.status_code, other.status_code) == (200, 200)
        assert "immutable" in mine.headers["Cache-Control"]
        assert other.headers["Cache-Control"] == "no-store"
    for path in ("/", "/library", "/worker.js"):
        assert coach.get(path).headers["Cache-Control"] == "no-store"


def test_the_worker_keeps_what_the_page_needs(coach, release):
    """Every file of this release, under its address; the manifest's icons are there."""
    told = coach.get("/worker.js").text
    assert f'const RELEASE = "{release}"' in told
    for path in re.findall(r'[`"](/[^`"$ ]*)[`"],', told.replace("${RELEASE}", release)):
        if path.endswith("/"):
            continue  # a folder
        assert coach.get(path).status_code == 200, path
    manifest = json.loads(coach.get("/manifest.webmanifest").text)
    assert (manifest["display"], manifest["start_url"]) == ("standalone", "/")
    for icon in manifest["icons"]:
        assert coach.get(icon["src"]).mimetype == icon["type"]


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("side", ["left", "right"])
def test_a_film_has_every_frame_and_every_way_between(coach, release, side, zipped):
    """With the limb that is meant and what is seen in words; each picture is SVG."""
    headers = {"Accept-Encoding": "gzip"} if zipped else {}
    for stretch in ("half_kneeling_hip_flexor", "cat_cow"):
        answer = coach.get(f"/figures/{release}/{stretch}-{side}.json", headers=headers)
        body = gzip.decompress(answer.data) if zipped else answer.data
        film = json.loads(body)
        figure = bootstrap.gallery().figures[stretch]
        assert set(film["frames"]) == set(figure.frames)
        assert film["frames"][HOLD]["limb"]
        for pair, pictures in film["between"].items():
            assert set(pair.split(">")) <= set(figure.frames)
            assert len(pictures) > 1
            parsed(f"<svg>{pictures[0]['drawing']}</svg>")


def test_a_turn_says_which_frame_the_body_is_in(coach, release):
    """Every frame that is named has its film, and every change has pictures or changes sides."""
    me, at = {"X-Limber-User": "me"}, "2026-11-20T08:00:00+00:00"
    for start in bootstrap.gallery().figures:
        body = {"start": start, "at": at, "zone": "UTC", "locale": "en-US"}
        turn = coach.post("/api/turn", json=body, headers=me | {"X-Limber-User": start}).json
        if not turn["stages"]:
            continue
        assert turn["poses"][0]["frame"] == "start"
        films = {}
        for before, pose in zip([None, *turn["poses"]], turn["poses"], strict=False):
            side = pose["side"] or "left"
            if side not in films:
                films[side] = coach.get(f"/figures/{release}/{start}-{side}.json").json
            film = films[side]
            assert pose["frame"] in film["frames"]
            if before is not None and before["frame"] != pose["frame"]:
                there, back = (before["frame"], pose["frame"]), (pose["frame"], before["frame"])
                assert {">".join(there), ">".join(back)} & set(film["between"]), (start, there)


def test_the_rest_of_a_practice_is_told_ahead_and_nothing_is_written(coach):
    """Turn after turn to the end of the routine, as if nobody spoke; what is kept stays as it is."""
    me = {"X-Limber-User": "me"}
    body = {"at": "2026-11-20T08:00:00+00:00", "zone": "UTC", "locale": "en-US"}
    first = coach.post("/api/turn", json=body | {"start": "everyday_back"}, headers=me).json
    assert first["more"]
    before = coach.get("/api/export", headers=me).json["household"]["people"]
    later = {"say": "go on", "session": first["session"], "at": "2026-11-20T08:03:30+00:00"}
    turns = coach.post("/api/ahead", json=body | later, headers=me).json["turns"]
    assert turns[-1]["more"] is False
    assert turns[-1]["stages"][-1]["item"] == 4
    assert all(turn["more"] and turn["next"] for turn in turns[:-1])
    assert coach.get("/api/export", headers=me).json["household"]["people"] == before
    assert coach.post("/api/ahead", json=body | {"say": "go on"}, headers=me).status_code == 400
