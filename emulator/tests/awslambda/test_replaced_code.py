import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from held_function import HOLD, HeldFunction
from server import Aws, code_of, eventually


def replace_code(functions: Any, name: str) -> None:
    functions.update_function_code(FunctionName=name, ZipFile=code_of("return process.pid;"))


def replace_configuration(functions: Any, name: str) -> None:
    functions.update_function_configuration(FunctionName=name, Timeout=20)


@pytest.mark.parametrize("replace", [replace_code, replace_configuration])
def test_an_invocation_under_way_ends_in_its_environment(aws: Aws, replace: Callable[[Any, str], None]) -> None:
    function = HeldFunction(aws, aws.function(f"{HOLD} return process.pid;"))
    functions = aws("lambda")

    def environment() -> str:
        return functions.invoke(FunctionName=function.arn)["Payload"].read().decode()

    with ThreadPoolExecutor() as threads, function.held():
        under_way = threads.submit(environment)
        eventually(function.environments)
        replace(functions, function.arn)
        following = threads.submit(environment)
        function.release()
        old, new = under_way.result(), following.result()

    assert old.isdigit()
    assert old != new
    eventually(lambda: not runs(int(old)))
    assert environment() == new


def runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


INVOCATION_WITH_OLD_CODE = """
from ministack.services import lambda_svc

config = {"FunctionName": "f", "Version": "$LATEST", "FunctionArn": "arn:aws:lambda:eu-west-1:000000000000:function:f"}
lambda_svc._functions["f"] = {"config": config, "code_zip": b"new"}
for code in (b"old", b"new", b"new"):
    worker, _ = lambda_svc.acquire_worker("f", config, code)
    print(worker.code_zip.decode())
    lambda_svc.release_worker(worker)
"""


def test_an_environment_of_the_old_version_serves_no_later_invocation(ministack: Callable[[str], str]) -> None:
    assert ministack(INVOCATION_WITH_OLD_CODE).split() == ["old", "new", "new"]
