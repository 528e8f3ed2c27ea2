"""The table as `template.yaml` has it, so that the two cannot drift apart."""

from pathlib import Path

import yaml

TEMPLATE = Path(__file__).parents[2] / "template.yaml"
TABLE = "progress"


def template() -> dict:
    """The deployment template, its references unresolved."""
    return _Template(TEMPLATE.read_text(encoding="utf-8")).get_single_data()


def table_definition() -> dict:
    """What makes a table what it is."""
    properties = template()["Resources"]["ProgressTable"]["Properties"]
    return {key: properties[key] for key in ("AttributeDefinitions", "KeySchema", "BillingMode")}


class _Template(yaml.SafeLoader):
    """Reads a template; its references do not matter here."""


_Template.add_multi_constructor("!", lambda _loader, tag, _node: tag)
