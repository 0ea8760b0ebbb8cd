"""The emulator as a process, and clients that call it."""

import contextlib
import io
import json
import socket
import subprocess
import sys
import time
import urllib.request
import uuid
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3

LAUNCHER = Path(__file__).parents[1] / "launch.py"
REGION = "eu-central-1"
START_SECONDS = 120
"""Seconds after which an emulator has started, or a stack is deployed, on every server."""


@dataclass
class Timeouts:
    """Seconds that `eventually` and `never` wait, by what is expected of the test that runs."""

    true: float
    """For a condition to become true."""
    false: float
    """For a condition that must stay false."""


PASSES = Timeouts(true=30, false=0.5)
FAILS = Timeouts(true=2.5, false=30)
UNKNOWN = Timeouts(true=10, false=10)

timeouts = Timeouts(PASSES.true, PASSES.false)
"""Set for each test. A machine under load may delay a success, and must not turn an expected failure into one."""


class Server:
    """An emulator on a free port; a context that it starts and ends with."""

    def __init__(self, folder: Path, *options: str, environment: dict[str, str] | None = None) -> None:
        self.environment = environment
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = folder / "log"
        self.command = [sys.executable, str(LAUNCHER), "--port", str(self.port), "--region", REGION]
        self.command += ["--work-dir", str(folder), *options]

    def __enter__(self) -> "Server":
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                self.command, stdin=subprocess.PIPE, stdout=log, stderr=log, env=self.environment
            )
        eventually(self._answers, START_SECONDS)
        return self

    def __exit__(self, *_: object) -> None:
        self.process.stdin.close()
        self.process.wait()

    def _answers(self) -> bool:
        if self.process.poll() is not None:
            raise RuntimeError(self.log.read_text())
        with (
            contextlib.suppress(OSError),
            urllib.request.urlopen(f"{self.address}/_ministack/health") as answer,
        ):
            return answer.status == 200
        return False

    def lines(self, start: str) -> list[str]:
        """The lines of the log that start with a word."""
        return [line for line in self.log.read_text().splitlines() if line.startswith(start)]


class Aws:
    """Clients of one server, and what tests need in most services."""

    def __init__(self, server: Server, key: str = "test", secret: str = "test") -> None:
        self.server = server
        self.session = boto3.Session(key, secret, region_name=REGION)

    def __call__(self, service: str, **options: Any) -> Any:
        return self.session.client(service, endpoint_url=self.server.address, **options)

    def deploy(
        self,
        resources: dict,
        outputs: dict[str, Any] | None = None,
        stack: str | None = None,
        name: str | None = None,
    ) -> dict[str, str]:
        """Create a stack of a name, or update the given one; its outputs. An error fails the test."""
        cloudformation = self("cloudformation")
        template = {
            "Resources": resources,
            "Outputs": {name: {"Value": v} for name, v in (outputs or {}).items()},
        }
        call = cloudformation.update_stack if stack else cloudformation.create_stack
        name = stack or name or unique("stack")
        call(StackName=name, TemplateBody=json.dumps(template), Capabilities=["CAPABILITY_NAMED_IAM"])

        def described() -> dict | None:
            found = cloudformation.describe_stacks(StackName=name)["Stacks"][0]
            return None if found["StackStatus"].endswith("IN_PROGRESS") else found

        result = eventually(described, START_SECONDS)
        if result["StackStatus"] not in ("CREATE_COMPLETE", "UPDATE_COMPLETE"):
            events = cloudformation.describe_stack_events(StackName=name)["StackEvents"]
            raise DeploymentFailedError([event.get("ResourceStatusReason") for event in events])
        return {"stack": name} | {each["OutputKey"]: each["OutputValue"] for each in result.get("Outputs", [])}

    def role(self, service: str, *allow: tuple[str, str]) -> str:
        """Create a role that a service may assume, with the pairs of action and resource it may use; its ARN."""
        name = unique("role")
        trust = {"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"}
        iam = self("iam")
        created = iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps({"Statement": [trust]}))
        if allow:
            iam.put_role_policy(RoleName=name, PolicyName="policy", PolicyDocument=policy_of(allow))
        return created["Role"]["Arn"]

    def user(self, *allow: tuple[str, str]) -> "Aws":
        """Create a user with the pairs of action and resource it may use; clients that call as this user."""
        name = unique("user")
        iam = self("iam")
        iam.create_user(UserName=name)
        if allow:
            iam.put_user_policy(UserName=name, PolicyName="policy", PolicyDocument=policy_of(allow))
        key = iam.create_access_key(UserName=name)["AccessKey"]
        return Aws(self.server, key["AccessKeyId"], key["SecretAccessKey"])

    def function(self, body: str, role: str | None = None, outside: str = "", **options: Any) -> str:
        """Create a function in Node of a handler's body, whose parameter is `event`, and code outside it; its ARN."""
        created = self("lambda").create_function(
            FunctionName=unique("function"),
            Runtime="nodejs24.x",
            Handler="index.handler",
            Role=role or self.role("lambda.amazonaws.com"),
            Code={"ZipFile": code_of(body, outside)},
            **{"Timeout": 60, **options},
        )
        return created["FunctionArn"]

    def queue(self) -> tuple[str, str]:
        """Create a queue; its address and its ARN."""
        sqs = self("sqs")
        url = sqs.create_queue(QueueName=unique("queue"))["QueueUrl"]
        return url, sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]

    def allow_invocation(self, function: str, service: str, source: str | None = None) -> None:
        """Let a service invoke a function, for one source if it is given."""
        condition = {"SourceArn": source} if source else {}
        self("lambda").add_permission(
            FunctionName=function,
            StatementId=unique("statement"),
            Action="lambda:InvokeFunction",
            Principal=f"{service}.amazonaws.com",
            **condition,
        )

    def execution(self, definition: dict, role: str) -> str:
        """Create a state machine and start an execution; its ARN."""
        states = self("stepfunctions")
        machine = states.create_state_machine(name=unique("machine"), definition=json.dumps(definition), roleArn=role)[
            "stateMachineArn"
        ]
        return states.start_execution(stateMachineArn=machine)["executionArn"]

    def end_of(self, execution: str) -> dict:
        """The description of an execution after its end."""

        def ended() -> dict | None:
            described = self("stepfunctions").describe_execution(executionArn=execution)
            return None if described["status"] == "RUNNING" else described

        return eventually(ended)

    def log_of(self, function: str) -> str:
        """The log of a function, empty if it was never invoked."""
        logs, name = self("logs"), f"/aws/lambda/{function.rsplit(':', 1)[-1]}"
        if not logs.describe_log_groups(logGroupNamePrefix=name)["logGroups"]:
            return ""
        return "".join(event["message"] for event in logs.filter_log_events(logGroupName=name)["events"])


def policy_of(allow: Iterable[tuple[str, str]]) -> str:
    """A policy that allows pairs of action and resource."""
    statements = [{"Effect": "Allow", "Action": action, "Resource": resource} for action, resource in allow]
    return json.dumps({"Version": "2012-10-17", "Statement": statements})


class DeploymentFailedError(Exception):
    """A stack that could not be created or updated."""


def code_of(body: str, outside: str = "") -> bytes:
    """The code of a function in Node of a handler's body, whose parameter is `event`, and code outside it."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as code:
        code.writestr("index.js", f"{outside}\nexports.handler = async (event) => {{ {body} }};")
    return archive.getvalue()


def unique(name: str) -> str:
    """A name that no other test uses."""
    return f"{name}-{uuid.uuid4().hex[:8]}"


def first_true(condition: Callable[[], Any], seconds: float) -> Any:
    """The first true result of a condition, or its last one after that many seconds."""
    deadline = time.monotonic() + seconds
    while not (result := condition()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return result


def eventually(condition: Callable[[], Any], seconds: float | None = None) -> Any:
    """The first true result of a condition. Fails if there is none in time."""
    seconds = seconds or timeouts.true
    result = first_true(condition, seconds)
    assert result, f"not true within {seconds} s"
    return result


def never(condition: Callable[[], Any], after: float = 0) -> None:
    """Fails if a condition becomes true; `after` are the seconds after which it would."""
    assert not first_true(condition, after + timeouts.false)
