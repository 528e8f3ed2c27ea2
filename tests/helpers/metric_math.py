"""As much of CloudWatch as the template's alarms need: metric math, periods, and when an alarm goes off.

An expression is read by Python's own parser and allowed only what stands in the tables below. Where one
of its series has no value for a period, neither has the expression: the careful reading, for what
CloudWatch makes of a series without any value at all we could not read.
"""

import ast
import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

Samples = Mapping[str, Sequence[Sequence[float]]]
"""By metric name: for each minute the values that came in; a count of three is three ones."""

OPERATORS: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
}

STATISTICS: dict[str, Callable[[Sequence[float]], float]] = {
    "Sum": sum,
    "p50": lambda values: sorted(values)[ceil(0.5 * len(values)) - 1],
    "p95": lambda values: sorted(values)[ceil(0.95 * len(values)) - 1],
}


def evaluate(expression: str, values: Mapping[str, float | None]) -> float | None:
    """One period's value of an expression; None where a series has none, or nothing divides."""
    try:
        return float(_evaluate(ast.parse(expression, mode="eval").body, values))
    except (LookupError, ZeroDivisionError):
        return None


def _evaluate(node: ast.expr, values: Mapping[str, float | None]) -> Any:
    match node:
        case ast.Constant(value=int() | float() as value):
            return value
        case ast.Name(id=name):
            value = values[name]
            if value is None:
                raise LookupError(name)
            return value
        case ast.BinOp(left=left, op=op, right=right):
            return OPERATORS[type(op)](_evaluate(left, values), _evaluate(right, values))
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return OPERATORS[type(op)](_evaluate(left, values), _evaluate(right, values))
        case ast.Call(func=ast.Name(id="IF"), args=[condition, then, otherwise]):
            return _evaluate(then if _evaluate(condition, values) else otherwise, values)
    raise ValueError(f"no metric math that an alarm of ours needs: {ast.unparse(node)}")


@dataclass(frozen=True)
class Alarm:
    """An alarm as the template has it."""

    properties: Mapping[str, Any]

    @property
    def metrics(self) -> dict[str, Mapping[str, Any]]:
        """What its expression is made of, by the names it has there."""
        if "Metrics" not in self.properties:
            name, period, stat = (self.properties[key] for key in ("MetricName", "Period", "Statistic"))
            return {"alone": {"Metric": {"MetricName": name}, "Period": period, "Stat": stat}}
        return {m["Id"]: m["MetricStat"] for m in self.properties["Metrics"] if "MetricStat" in m}

    @property
    def expression(self) -> str:
        """What is held against the threshold."""
        if "Metrics" not in self.properties:
            return "alone"
        (found,) = (m["Expression"] for m in self.properties["Metrics"] if "Expression" in m)
        return found

    @property
    def minutes(self) -> int:
        """Its period, which all of its metrics share."""
        (seconds,) = {stat["Period"] for stat in self.metrics.values()}
        return seconds // 60

    def rings(self, samples: Samples, name_of: Callable[[Any], str], threshold: float) -> bool:
        """Whether it goes off: in so many of so many periods in a row. What is missing is no breach."""
        periods = self.properties["EvaluationPeriods"]
        needed = self.properties.get("DatapointsToAlarm", periods)
        breaches = [value is not None and value > threshold for value in self._told(samples, name_of)]
        return any(
            sum(breaches[max(0, end - periods) : end]) >= needed for end in range(1, len(breaches) + 1)
        )

    def _told(self, samples: Samples, name_of: Callable[[Any], str]) -> Iterator[float | None]:
        longest = max(len(minutes) for minutes in samples.values())
        for start in range(0, longest, self.minutes):
            values: dict[str, float | None] = {}
            for name, stat in self.metrics.items():
                minutes = samples.get(name_of(stat["Metric"]["MetricName"]), ())
                found = [value for minute in minutes[start : start + self.minutes] for value in minute]
                values[name] = STATISTICS[stat["Stat"]](found) if found else None
            yield evaluate(self.expression, values)
