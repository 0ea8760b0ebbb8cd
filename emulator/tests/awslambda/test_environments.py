from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from held_function import HOLD, HeldFunction
from server import Aws, eventually, never

SCRIPT = """
from ministack.core import lambda_runtime

worker = lambda_runtime.Worker("function", {}, b"")
worker.last_used = 0
lambda_runtime._workers["key"] = [worker]
print(lambda_runtime.reap_idle_workers())
"""


def invoke(aws: Aws, function: HeldFunction, threads: ThreadPoolExecutor, times: int) -> None:
    functions = aws("lambda")
    for _ in range(times):
        threads.submit(functions.invoke, FunctionName=function.arn)


def test_invocations_wait_for_a_few_environments(aws: Aws) -> None:
    function = HeldFunction(aws, aws.function(HOLD))

    with ThreadPoolExecutor() as threads, function.held():
        invoke(aws, function, threads, 6)
        never(lambda: function.environments() == 6, after=2)


@pytest.mark.control
def test_invocations_that_wait_for_each_other_get_an_environment_each(aws: Aws) -> None:
    function = HeldFunction(aws, aws.function(HOLD))

    with ThreadPoolExecutor() as threads, function.held():
        invoke(aws, function, threads, 4)
        eventually(lambda: function.environments() == 4)


def test_the_last_environment_of_a_function_ends_when_it_is_idle(ministack: Callable[[str], str]) -> None:
    assert ministack(SCRIPT).strip() == "1"
