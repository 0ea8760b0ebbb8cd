from concurrent.futures import ThreadPoolExecutor

from held_function import HOLD, HeldFunction
from server import Aws, eventually

ONE_IS_ENOUGH = """
const folder = `${require('node:os').tmpdir()}/held/${process.env.AWS_LAMBDA_FUNCTION_NAME}`;
if (require('node:fs').existsSync(folder)) throw new Error('one is enough');
"""


def test_an_environment_that_fails_to_start_leaves_the_others_to_later_invocations(aws: Aws) -> None:
    function = HeldFunction(aws, aws.function(f"{HOLD} return 'finished';", outside=ONE_IS_ENOUGH))
    functions = aws("lambda")

    def invoke() -> bytes:
        return functions.invoke(FunctionName=function.arn)["Payload"].read()

    with ThreadPoolExecutor() as threads, function.held():
        first = threads.submit(invoke)
        eventually(function.environments)
        second = invoke()
        function.release()

        assert b"one is enough" in second
        assert first.result() == b'"finished"'
        assert invoke() == b'"finished"'
