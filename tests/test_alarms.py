"""When the template's alarms go off: their metric math on made-up hours of skills of three sizes."""

import json
import re

import pytest

from helpers import sam_template
from helpers.metric_math import Alarm, evaluate

TEMPLATE = sam_template.with_functions()
RESOURCES = TEMPLATE["Resources"]
PAGE = (sam_template.TEMPLATE.parent / "docs/deploy.md").read_text(encoding="utf-8")

ALARMS = {
    name: Alarm(resource["Properties"])
    for name, resource in RESOURCES.items()
    if resource["Type"] == "AWS::CloudWatch::Alarm"
}

HOUR = 60

ONE, THOUSAND, MILLION = "one person who practises", "a thousand people", "a million people"
TURNS = {
    ONE: [1 if minute % 4 == 0 else 0 for minute in range(HOUR)],
    THOUSAND: [18] * HOUR,
    MILLION: [18_000] * HOUR,
}
"""Turns in each minute of an hour. One person says something every few minutes. The others practise
daily, eleven requests a session (docs/deploy.md): their busy hour, twice the average and more."""

BAD = {
    "ErrorsAlarm": "Errors",
    "FailedTurnsAlarm": "FailedTurns",
    "TurnsInTroubleAlarm": "TurnsInTrouble",
    "ThrottledReadsAlarm": "ReadThrottleEvents",
    "ThrottledWritesAlarm": "WriteThrottleEvents",
}
"""What each of the alarms that go by shares counts."""
QUARTER = 15


def name_of(metric) -> str:
    """A metric's name without the name of the stack."""
    return metric["Fn::Sub"].removeprefix("${AWS::StackName}-") if isinstance(metric, dict) else metric


def threshold(name: str) -> float:
    """An alarm's threshold, a parameter's default where it is one."""
    value = ALARMS[name].properties["Threshold"]
    return TEMPLATE["Parameters"][value["Ref"]]["Default"] if isinstance(value, dict) else value


def counted(counts) -> list[list[float]]:
    """A series of counts: so many ones in each minute."""
    return [[float(count)] if count else [] for count in counts]


def rings(name: str, **series) -> bool:
    """Whether an alarm goes off in an hour."""
    return ALARMS[name].rings(series, name_of, threshold(name))


def share_rings(name: str, turns, bad) -> bool:
    """Whether an alarm that goes by a share does, with so many turns and bad turns in each minute."""
    return rings(name, Invocations=counted(turns), **{BAD[name]: counted(bad)})


@pytest.mark.parametrize("size", TURNS)
@pytest.mark.parametrize("name", BAD)
def test_a_skill_that_is_broken_rings_at_any_size(name, size):
    """Nothing works any more: the one person who tries twice is enough, and so are a million."""
    tried = [2 * n for n in TURNS[size]]
    assert share_rings(name, tried, tried)


@pytest.mark.parametrize("size", TURNS)
@pytest.mark.parametrize("name", BAD)
def test_an_accident_rings_at_no_size(name, size):
    """One bad turn in an hour, and among a million one in a thousand, is nothing to get up for."""
    stray = [1 if minute == 24 else 0 for minute in range(HOUR)]
    bad = [n // 1000 for n in TURNS[size]] if size == MILLION else stray
    assert not share_rings(name, TURNS[size], bad)


@pytest.mark.parametrize("name", ["ErrorsAlarm", "FailedTurnsAlarm", "TurnsInTroubleAlarm"])
@pytest.mark.parametrize("size", [THOUSAND, MILLION])
def test_a_version_that_fails_is_stopped_while_it_has_a_tenth(name, size):
    """A tenth of all turns fails in the quarter of an hour of the canary: it is taken back for that."""
    assert TEMPLATE["Parameters"]["Rollout"]["Default"] == "Canary10Percent15Minutes"
    assert ALARMS[name].minutes <= QUARTER
    tenth = [n // 10 or minute % 2 for minute, n in enumerate(TURNS[size])]
    canary = [bad if minute < QUARTER else 0 for minute, bad in enumerate(tenth)]
    assert share_rings(name, TURNS[size], canary)


def test_turning_people_away_rings_even_when_nobody_is_let_in():
    """Twice within five minutes is a limit; once in an hour is not."""
    away = [1 if minute in (20, 23) else 0 for minute in range(HOUR)]
    assert rings("ThrottledTurnsAlarm", Throttles=counted(away))
    once = [1 if minute == 20 else 0 for minute in range(HOUR)]
    assert not rings("ThrottledTurnsAlarm", Throttles=counted(once), Invocations=counted(TURNS[ONE]))


def test_every_alarm_that_a_new_version_can_set_off_is_its_brake():
    """Those of the table alone are not: they say that it is too small, whichever version runs."""
    preference = RESOURCES["SkillFunction"]["Properties"]["DeploymentPreference"]
    assert preference["Type"] == {"Ref": "Rollout"}
    condition, brake, otherwise = preference["Alarms"]["Fn::If"]
    assert TEMPLATE["Conditions"][condition] == {
        "Fn::Not": [{"Fn::Equals": [{"Ref": "Rollout"}, "AllAtOnce"]}]
    }
    assert otherwise == [{"Ref": "AWS::NoValue"}]
    assert {alarm["Ref"] for alarm in brake} == ALARMS.keys() - {
        "ThrottledReadsAlarm",
        "ThrottledWritesAlarm",
    }


@pytest.mark.parametrize("size", TURNS)
@pytest.mark.parametrize(("every", "rung"), [(0, False), (50, False), (8, True)])
def test_slow_answers_ring_when_more_than_a_twentieth_is_slow(size, every, rung):
    """Three seconds is slow, a fifth of one is not; of one person's few turns, half have to be slow."""
    turns = [min(n, 100) for n in TURNS[size]]
    starts = [sum(turns[:minute]) for minute in range(HOUR)]
    took = [
        [
            3000.0 if every and number % every == 0 else 200.0
            for number in range(start + 1, start + n + 1)
        ]
        for start, n in zip(starts, turns, strict=True)
    ]
    assert rings("SlowAnswersAlarm", Invocations=counted(turns), Duration=took) is (rung and size != ONE)


def test_one_persons_slow_answers_ring_too():
    """Whoever waits three seconds for every answer is told that this is not as it should be."""
    took = [[3000.0] * n for n in TURNS[ONE]]
    assert rings("SlowAnswersAlarm", Invocations=counted(TURNS[ONE]), Duration=took)


def test_somebody_who_only_looks_in_rings_nothing():
    """Two turns from a cold start are slow, and say nothing about the skill."""
    turns = [1 if minute in (3, 4) else 0 for minute in range(HOUR)]
    took = [[4000.0] * n for n in turns]
    assert not rings("SlowAnswersAlarm", Invocations=counted(turns), Duration=took)


@pytest.mark.parametrize("name", ALARMS)
def test_an_hour_in_which_nobody_comes_is_quiet(name):
    """What is missing is no breach: at night nobody is woken."""
    assert ALARMS[name].properties["TreatMissingData"] == "notBreaching"
    assert ALARMS[name].properties["ComparisonOperator"] == "GreaterThanThreshold"
    assert not rings(name, Invocations=[[] for _ in range(HOUR)])


@pytest.mark.parametrize("name", ALARMS)
def test_an_alarm_returns_one_series_and_uses_all_it_asks_for(name):
    """CloudWatch wants one; what an expression does not use would be paid for all the same."""
    alarm = ALARMS[name]
    returned = [m["Id"] for m in alarm.properties.get("Metrics", ()) if m.get("ReturnData", True)]
    assert len(returned) == ("Metrics" in alarm.properties)
    assert set(re.findall(r"[a-z]\w*", alarm.expression)) == alarm.metrics.keys()


@pytest.mark.parametrize("name", ALARMS)
def test_an_alarm_tells_somebody_and_has_its_page(name):
    """Whoever gave an address is written to; docs/deploy.md says what to do, under the alarm's name."""
    told = {"Fn::If": ["SomebodyIsTold", [{"Ref": "AlarmTopic"}], {"Ref": "AWS::NoValue"}]}
    assert ALARMS[name].properties["AlarmActions"] == told
    assert f"| `{name}` |" in PAGE


def test_the_log_gives_the_metrics_that_lambda_cannot():
    """Filter and alarm mean the same metric: an apology, and a turn that was not kept."""
    made = {
        name_of(transformation["MetricName"])
        for resource in RESOURCES.values()
        if resource["Type"] == "AWS::Logs::MetricFilter"
        for transformation in resource["Properties"]["MetricTransformations"]
    }
    used = {
        name_of(stat["Metric"]["MetricName"])
        for alarm in ALARMS.values()
        for stat in alarm.metrics.values()
        if stat["Metric"].get("Namespace") == "LimberBack"
    }
    assert made == used == {"FailedTurns", "TurnsInTrouble"}


def test_the_dashboard_is_json_and_shows_every_alarm():
    """Its text is filled in by CloudFormation: with anything filled in, it is JSON."""
    body, values = RESOURCES["Dashboard"]["Properties"]["DashboardBody"]["Fn::Sub"]
    assert values.keys() == {"Table"}
    widgets = json.loads(re.sub(r"\$\{([\w:.]+)\}", "1", body))["widgets"]
    assert next(widget["properties"]["title"] for widget in widgets) == "Alarms"
    assert set(re.findall(r"\$\{(\w+)\.Arn\}", body)) == ALARMS.keys()
    named = set(re.findall(r"\$\{([A-Za-z]+)\}", body)) - {"Table"}
    assert named <= RESOURCES.keys() | TEMPLATE["Parameters"].keys()


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("IF(bad >= 2, 100 * bad / turns, 0)", 25.0),
        ("IF(bad >= 4, 100 * bad / turns, 0)", 0.0),
        ("bad / (bad + turns)", 3 / 15),
        ("bad / none", None),
        ("bad / zero", None),
        ("turns - bad > 8", 1.0),
    ],
)
def test_the_evaluator_reckons_as_cloudwatch_says(expression, value):
    """Comparisons are 1 or 0, and what lacks a value has none."""
    assert evaluate(expression, {"bad": 3, "turns": 12, "none": None, "zero": 0}) == value


def test_the_evaluator_refuses_what_it_does_not_know():
    """A function that no alarm of ours uses is no zero."""
    with pytest.raises(ValueError, match="FILL"):
        evaluate("FILL(bad, 0)", {"bad": 1})
