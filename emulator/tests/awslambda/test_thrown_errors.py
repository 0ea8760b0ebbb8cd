import json

from server import Aws


def test_an_error_is_reported_by_its_name_and_the_environment_is_kept(aws: Aws) -> None:
    function = aws.function(
        """
        globalThis.count = (globalThis.count ?? 0) + 1;
        if (event.fail) throw Object.assign(new Error('no stock'), { name: 'OutOfStockError' });
        return globalThis.count;
        """
    )

    def invoke(event: dict) -> dict:
        return json.load(aws("lambda").invoke(FunctionName=function, Payload=json.dumps(event))["Payload"])

    failure = invoke({"fail": True})
    assert (failure["errorType"], failure["errorMessage"]) == ("OutOfStockError", "no stock")
    assert invoke({}) == 2


def test_an_error_that_is_thrown_before_a_promise_is_returned_is_reported_by_its_name(aws: Aws) -> None:
    handler = "() => { throw new RangeError('too few'); }"
    function = aws.function("", outside=f"Object.defineProperty(exports, 'handler', {{ value: {handler} }});")

    failure = json.load(aws("lambda").invoke(FunctionName=function)["Payload"])
    assert (failure["errorType"], failure["errorMessage"]) == ("RangeError", "too few")
