"""What the deployment template promises, read from it."""

import re
from pathlib import Path

import pytest

from helpers.sam_template import template
from skill.settings import HOLDS, SKILL_ID, SWITCH, read_settings
from skill.sound.streams.bucket import HOLDS_FOR

ROOT = Path(__file__).parent.parent
TEMPLATE = template()
TEXT = (ROOT / "template.yaml").read_text()
RESOURCES, PARAMETERS = TEMPLATE["Resources"], TEMPLATE["Parameters"]
FUNCTION = RESOURCES["SkillFunction"]["Properties"]
TABLE = RESOURCES["ProgressTable"]

ACTIONS = {
    "query": "Query",
    "put_item": "PutItem",
    "update_item": "UpdateItem",
    "delete_item": "DeleteItem",
    "get_item": "GetItem",
    "scan": "Scan",
    "batch_write_item": "BatchWriteItem",
    "batch_get_item": "BatchGetItem",
    # A transaction needs no action of its own, only those of what it does.
    '"Put"': "PutItem",
    '"Update"': "UpdateItem",
    '"Delete"': "DeleteItem",
    '"ConditionCheck"': "ConditionCheckItem",
}
"""DynamoDB's actions, by what stands in code that makes the call."""


def chosen(key: str) -> list[str]:
    """The condition of an `!If` in the template, and what it chooses between."""
    found = re.search(rf"^( *){key}: !If\n((?:\1 +- .*\n)+)", TEXT, re.MULTILINE)
    return re.findall(r"- (.*)\n", found[2])


def test_the_policy_allows_what_the_code_does_and_no_more():
    """Every call of the store is allowed, no other is, and on the table in use alone."""
    code = "\n".join(path.read_text() for path in (ROOT / "skill/stores/dynamodb").glob("*.py"))
    called = {action for name, action in ACTIONS.items() if re.search(rf"(?<!\w){name}(?!\w)", code)}
    ((statement, *_),) = ([*policy["Statement"]] for policy in FUNCTION["Policies"])
    assert set(statement["Action"]) == {f"dynamodb:{action}" for action in called}
    assert (statement["Effect"], statement["Resource"]) == ("Allow", "If")
    other = "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${OtherTable}"
    assert chosen("Resource") == ["OtherTableIsUsed", f"!Sub {other}", "!GetAtt ProgressTable.Arn"]


def test_the_bucket_is_private_and_what_is_in_it_goes():
    """Nobody but the function and whoever has a signed address; streams go after a week."""
    bucket = RESOURCES["SoundBucket"]["Properties"]
    assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
    rules = {
        rule["Prefix"]: rule for rule in bucket["LifecycleConfiguration"]["Rules"] if "Prefix" in rule
    }
    assert rules["streams/"]["ExpirationInDays"] == 7
    assert rules["sentences/"]["ExpirationInDays"] == 400
    assert HOLDS_FOR < 7 * 24 * 3600
    (denied,) = RESOURCES["SoundBucketPolicy"]["Properties"]["PolicyDocument"]["Statement"]
    assert (denied["Effect"], denied["Condition"]) == (
        "Deny",
        {"Bool": {"aws:SecureTransport": "false"}},
    )


def test_the_policy_allows_the_bucket_and_the_voice_what_they_need():
    """The calls of the bucket and of Polly, and no others; objects of this bucket alone."""
    code = (ROOT / "skill/sound/streams/bucket.py").read_text() + (
        ROOT / "skill/sound/voices/polly.py"
    ).read_text()
    called = set(re.findall(r"client\.(\w+)\(", code)) - {"generate_presigned_url"}
    assert called == {"get_object", "put_object", "synthesize_speech"}
    ((_, *statements),) = ([*policy["Statement"]] for policy in FUNCTION["Policies"])
    assert [each["Action"] for each in statements] == [
        ["s3:GetObject", "s3:PutObject"],
        "s3:ListBucket",
        "polly:SynthesizeSpeech",
    ]
    objects = "                - s3:PutObject\n              Resource: !Sub ${SoundBucket.Arn}/*\n"
    listed = "              Action: s3:ListBucket\n              Resource: !GetAtt SoundBucket.Arn\n"
    assert objects in TEXT
    assert listed in TEXT
    assert "LIMBER_SOUNDS: !Sub s3:${SoundBucket}" in TEXT


def test_a_table_that_was_restored_can_be_used():
    """Named, it takes the place of the stack's own: for the store, the policy and the outputs."""
    tables = ["!Sub dynamodb:${OtherTable}", "!Sub dynamodb:${ProgressTable}"]
    assert chosen("LIMBER_STORE") == ["OtherTableIsUsed", *tables]
    assert "Value: !If [OtherTableIsUsed, !Ref OtherTable, !Ref ProgressTable]" in TEXT
    assert 'OtherTableIsUsed: !Not [!Equals [!Ref OtherTable, ""]]' in TEXT
    assert PARAMETERS["OtherTable"]["Default"] == ""
    pattern = re.compile(PARAMETERS["OtherTable"]["AllowedPattern"])
    assert pattern.search("limber-back.restored_2")
    for bad in ("*", "a", "table/other", "x" * 101):
        assert not pattern.search(bad)


def test_the_function_starts_from_a_snapshot_on_an_alias():
    """Python 3.13 on arm64, SnapStart on published versions, and an alias that points to the newest."""
    assert (FUNCTION["Runtime"], FUNCTION["Architectures"]) == ("python3.13", ["arm64"])
    assert FUNCTION["SnapStart"] == {"ApplyOn": "PublishedVersions"}
    assert FUNCTION["AutoPublishAlias"] == "live"
    assert FUNCTION["AutoPublishAliasAllProperties"] is True
    assert 1 < FUNCTION["Timeout"] < 8


def test_a_parameter_of_the_function_makes_a_new_version():
    """SAM does not look into parameters; the description of the version names all the function has."""
    function = TEXT[TEXT.index("  SkillFunction:") : TEXT.index("  SkillLogs:")]
    described = re.search(r"VersionDescription: !Sub >-\n(.*?)\n\s+\w+:", function, re.DOTALL)[1]
    used = set(re.findall(r"!Ref (\w+)|\$\{(\w+)\}", function))
    # How a version reaches people makes no other version.
    names = {a or b for a, b in used} & PARAMETERS.keys() - {"Rollout"}
    assert names == set(re.findall(r"\$\{(\w+)\}", described)) & PARAMETERS.keys()
    assert len(names) >= 4


def test_only_the_skill_may_call_it():
    """The trigger is bound to the skill's id, and to nobody's while there is none."""
    trigger = FUNCTION["Events"]["Alexa"]
    assert trigger["Type"] == "AlexaSkill"
    assert "- amzn1.ask.skill.00000000-0000-0000-0000-000000000000" in TEXT
    pattern = re.compile(PARAMETERS["SkillId"]["AllowedPattern"])
    good = "amzn1.ask.skill.01234567-89ab-cdef-0123-456789abcdef"
    assert pattern.search(good)
    assert pattern.search("")
    assert SKILL_ID.fullmatch(good)
    for bad in ("amzn1.ask.skill.1", good + "0", "arn:aws:lambda:eu-west-1:1:function:x"):
        assert not pattern.search(bad)
        assert not SKILL_ID.fullmatch(bad)


def test_logs_are_json_and_end():
    """Our lines and Lambda's warnings, as JSON, in a group which does not keep everything for ever."""
    logging = FUNCTION["LoggingConfig"]
    assert (logging["LogFormat"], logging["SystemLogLevel"]) == ("JSON", "WARN")
    assert logging["ApplicationLogLevel"] == "INFO"
    assert "LogGroup: !Ref SkillLogs" in TEXT
    assert "RetentionInDays: !Ref LogRetentionDays" in TEXT
    assert PARAMETERS["LogRetentionDays"]["Default"] == 30


def test_the_table_is_safe():
    """On demand, encrypted, recoverable to any moment, with a time to live, and hard to delete."""
    properties = TABLE["Properties"]
    assert properties["BillingMode"] == "PAY_PER_REQUEST"
    assert properties["SSESpecification"] == {"SSEEnabled": True}
    assert properties["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
    assert properties["TimeToLiveSpecification"]["Enabled"] is True
    assert "DeletionProtectionEnabled: !Ref DeletionProtection" in TEXT
    assert PARAMETERS["DeletionProtection"]["Default"] == "true"
    assert (TABLE["DeletionPolicy"], TABLE["UpdateReplacePolicy"]) == ("Retain", "Retain")


def test_what_the_table_can_cost_is_bounded():
    """On demand, up to a number of units a second that a parameter gives."""
    bound = TABLE["Properties"]["OnDemandThroughput"]
    assert bound.keys() == {"MaxReadRequestUnits", "MaxWriteRequestUnits"}
    for kind in ("Read", "Write"):
        assert f"Max{kind}RequestUnits: !Ref Maximum{kind}Units" in TEXT
        assert PARAMETERS[f"Maximum{kind}Units"]["MinValue"] == 1


def test_what_a_scanner_would_have_otherwise_has_its_reason():
    """Checkov's failed checks are left as they are on purpose, each with why beside it."""
    skipped = {
        entry["id"]: entry["comment"]
        for resource in RESOURCES.values()
        for entry in resource.get("Metadata", {}).get("checkov", {}).get("skip", ())
    }
    assert len(skipped) == 11
    assert all(len(reason) > 30 and reason.endswith(".") for reason in skipped.values())


@pytest.mark.parametrize("name", PARAMETERS)
def test_every_parameter_says_what_it_is_for_and_has_a_default(name):
    """`sam deploy --guided` asks for all of them: whoever does not care presses return."""
    assert PARAMETERS[name]["Description"].endswith(".")
    assert "Default" in PARAMETERS[name]


def test_the_parameters_are_the_settings():
    """What the template can set, the skill can read; its defaults are the skill's own."""
    default = read_settings({})
    assert PARAMETERS["Holds"]["AllowedValues"] == list(HOLDS)
    assert PARAMETERS["Holds"]["Default"] == default.holds
    assert PARAMETERS["AnswerDelay"]["Default"] == default.delay
    assert PARAMETERS["CarryOn"]["AllowedValues"] == list(SWITCH)
    assert SWITCH[PARAMETERS["CarryOn"]["Default"]] is default.carry_on is False
    variables = {name.removeprefix("LIMBER_") for name in FUNCTION["Environment"]["Variables"]}
    assert variables == {"STORE", "SKILL_ID", "HOLDS", "DELAY", "CARRY_ON", "SOUNDS"}


def test_the_outputs_are_what_the_next_steps_need():
    """The alias for the skill's endpoint, the function, its log, the table and the bucket."""
    outputs = TEMPLATE["Outputs"]
    assert set(outputs) == {
        "SkillEndpoint",
        "SkillFunctionName",
        "ProgressTableName",
        "SoundBucketName",
        "SkillLogGroup",
        "DashboardAddress",
    }
    assert "Value: !Ref SkillFunction.Alias" in TEXT


def test_sam_builds_it_without_copying_the_world():
    """SAM copies what CodeUri names before it builds: a folder of two files, with make's way back."""
    metadata = RESOURCES["SkillFunction"]["Metadata"]
    assert (metadata["BuildMethod"], metadata["WorkingDirectory"]) == ("makefile", ".")
    assert FUNCTION["CodeUri"] == "lambda/"
    assert {path.name for path in (ROOT / "lambda").iterdir() if path.is_file()} == {
        "handler.py",
        "Makefile",
    }
