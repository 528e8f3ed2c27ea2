"""Requests as Alexa has sent them, by the names of their files; copy one before changing it."""

import json
from pathlib import Path
from typing import Any

EVENTS: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in (Path(__file__).parents[1] / "events").glob("*.json")
}

SKILL_ID: str = EVENTS["launch"]["session"]["application"]["applicationId"]
"""The id of the skill they are for."""
