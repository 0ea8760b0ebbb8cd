import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from server import Aws

SCRIPT = """
from ministack.core import lambda_runtime

worker = lambda_runtime.Worker("function", {}, b"")
worker.last_used = 0
lambda_runtime._workers["key"] = [worker]
print(lambda_runtime.reap_idle_workers())
"""


def environments(aws: Aws, function: str, count: int) -> set[int]:
    """Invoke a function several times at once; the environments that it ran in."""
    with ThreadPoolExecutor(count) as threads:
        answers = threads.map(lambda _: aws("lambda").invoke(FunctionName=function)["Payload"].read(), range(count))
        return {json.loads(answer) for answer in answers}


def test_invocations_wait_for_a_few_environments(aws: Aws) -> None:
    function = aws.function("await new Promise((resolve) => setTimeout(resolve, 1000)); return process.pid;")

    assert len(environments(aws, function, 6)) < 6


@pytest.mark.control
def test_invocations_that_wait_for_each_other_get_an_environment_each(aws: Aws) -> None:
    function = aws.function(
        """
        const folder = `${os.tmpdir()}/${process.env.AWS_LAMBDA_FUNCTION_NAME}`;
        fs.mkdirSync(`${folder}/${process.pid}`, { recursive: true });
        while (fs.readdirSync(folder).length < 5) await new Promise((resolve) => setTimeout(resolve, 50));
        return process.pid;
        """,
        outside="const fs = require('node:fs'); const os = require('node:os');",
        Timeout=20,
    )

    assert len(environments(aws, function, 5)) == 5


def test_the_last_environment_of_a_function_ends_when_it_is_idle(ministack: Callable[[str], str]) -> None:
    assert ministack(SCRIPT).strip() == "1"
