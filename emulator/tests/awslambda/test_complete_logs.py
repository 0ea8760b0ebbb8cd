import time

from server import Aws


def test_an_invocation_is_answered_as_soon_as_its_log_is_complete(aws: Aws) -> None:
    function = aws.function("return 'answer';")

    def seconds() -> float:
        start = time.monotonic()
        aws("lambda").invoke(FunctionName=function)
        return time.monotonic() - start

    assert any(seconds() < 0.05 for _ in range(30))
