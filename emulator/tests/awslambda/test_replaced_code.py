import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from server import Aws, code_of, eventually

SLOW = """
require('node:fs').writeFileSync(`${require('node:os').tmpdir()}/${process.env.AWS_LAMBDA_FUNCTION_NAME}`, '');
await new Promise((resolve) => setTimeout(resolve, 1500));
return process.pid;
"""


def replace_code(functions: Any, name: str) -> None:
    functions.update_function_code(FunctionName=name, ZipFile=code_of("return process.pid;"))


def replace_configuration(functions: Any, name: str) -> None:
    functions.update_function_configuration(FunctionName=name, Timeout=20)


@pytest.mark.parametrize("replace", [replace_code, replace_configuration])
def test_an_invocation_under_way_ends_in_its_environment(aws: Aws, replace: Callable[[Any, str], None]) -> None:
    function = aws.function(SLOW, Timeout=10)

    def environment() -> str:
        return aws("lambda").invoke(FunctionName=function)["Payload"].read().decode()

    with ThreadPoolExecutor() as threads:
        under_way = threads.submit(environment)
        marker = aws.server.log.parent / "tmp" / function.rsplit(":", 1)[-1]
        eventually(marker.exists)
        start = time.monotonic()
        replace(aws("lambda"), function)
        assert time.monotonic() - start < 1
        following = threads.submit(environment)
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
