import json

from server import Aws, eventually, never, unique


def allow(aws: Aws, url: str, arn: str, rule: str) -> None:
    allowed = {
        "Effect": "Allow",
        "Principal": {"Service": "events.amazonaws.com"},
        "Action": "sqs:SendMessage",
        "Resource": arn,
        "Condition": {"ArnEquals": {"aws:SourceArn": rule}},
    }
    policy = json.dumps({"Version": "2012-10-17", "Statement": [allowed]})
    aws("sqs").set_queue_attributes(QueueUrl=url, Attributes={"Policy": policy})


def rule_for(aws: Aws, *targets: str) -> tuple[str, str]:
    events, name = aws("events"), unique("rule")
    pattern = json.dumps({"source": [name]})
    arn = events.put_rule(Name=name, EventPattern=pattern)["RuleArn"]
    events.put_targets(Rule=name, Targets=[{"Id": str(number), "Arn": target} for number, target in enumerate(targets)])
    return name, arn


def send(aws: Aws, source: str) -> None:
    aws("events").put_events(Entries=[{"Source": source, "DetailType": "test", "Detail": "{}"}])


def received(aws: Aws, url: str, seconds: int = 20) -> list:
    return aws("sqs").receive_message(QueueUrl=url, WaitTimeSeconds=seconds).get("Messages", [])


def test_a_queue_receives_events_only_of_the_rule_that_its_policy_names(aws: Aws) -> None:
    (denied, denied_arn), (allowed, allowed_arn) = aws.queue(), aws.queue()
    source, rule = rule_for(aws, denied_arn, allowed_arn)
    allow(aws, denied, denied_arn, f"{rule}-of-another-name")
    allow(aws, allowed, allowed_arn, rule)

    send(aws, source)

    assert received(aws, allowed)
    assert not received(aws, denied, 1)


def test_a_rule_invokes_a_function_only_after_the_permission_was_added(aws: Aws) -> None:
    function = aws.function("console.log(`invoked by ${event.source}`)")
    source, rule = rule_for(aws, function)

    send(aws, source)
    aws.allow_invocation(function, "events", rule)
    send(aws, source)

    def invocations() -> int:
        return aws.log_of(function).count(f"invoked by {source}")

    eventually(invocations)
    never(lambda: invocations() > 1)
