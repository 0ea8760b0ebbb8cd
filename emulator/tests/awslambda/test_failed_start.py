import threading

from server import Aws, eventually


def test_an_environment_that_fails_to_start_leaves_the_others_to_later_invocations(aws: Aws) -> None:
    function = aws.function(
        """
        require('node:fs').writeFileSync(marker, '');
        await new Promise((resolve) => setTimeout(resolve, event.milliseconds));
        return 'finished';
        """,
        outside="""
        const marker = `${require('node:os').tmpdir()}/${process.env.AWS_LAMBDA_FUNCTION_NAME}`;
        if (require('node:fs').existsSync(marker)) throw new Error('one is enough');
        """,
    )
    answers = {}

    def invoke(name: str, milliseconds: int) -> None:
        payload = f'{{"milliseconds": {milliseconds}}}'
        answers[name] = aws("lambda").invoke(FunctionName=function, Payload=payload)["Payload"].read()

    first = threading.Thread(target=invoke, args=("first", 2000))
    first.start()
    marker = aws.server.log.parent / "tmp" / function.rsplit(":", 1)[-1]
    eventually(marker.exists)
    invoke("second", 0)
    first.join()

    assert b"one is enough" in answers["second"]
    assert answers["first"] == b'"finished"'
    invoke("third", 0)
    assert answers["third"] == b'"finished"'
