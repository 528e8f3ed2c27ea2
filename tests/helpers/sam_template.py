"""What `template.yaml` has, so that the tests and it cannot drift apart."""

from functools import cache
from pathlib import Path

import yaml

TEMPLATE = Path(__file__).parents[2] / "template.yaml"
TABLE = "progress"


@cache
def template() -> dict:
    """The deployment template, its references unresolved; it is not changed."""
    return _Template(TEMPLATE.read_text(encoding="utf-8")).get_single_data()


def table_definition() -> dict:
    """What makes a table what it is."""
    properties = template()["Resources"]["ProgressTable"]["Properties"]
    return {key: properties[key] for key in ("AttributeDefinitions", "KeySchema", "BillingMode")}


@cache
def with_functions() -> dict:
    """The template with its references written out, `!Ref X` as `{"Ref": "X"}`; it is not changed."""
    return _WithFunctions(TEMPLATE.read_text(encoding="utf-8")).get_single_data()


class _Template(yaml.SafeLoader):
    """Reads a template; its references do not matter here."""


_Template.add_multi_constructor("!", lambda _loader, tag, _node: tag)


class _WithFunctions(yaml.SafeLoader):
    """Reads a template as CloudFormation does: a tag is short for a function."""


def _function(loader: _WithFunctions, name: str, node: yaml.Node) -> dict:
    if isinstance(node, yaml.ScalarNode):
        given = loader.construct_scalar(node)
    else:
        given = loader.construct_sequence(node, deep=True)
    return {name if name == "Ref" else f"Fn::{name}": given}


_WithFunctions.add_multi_constructor("!", _function)
