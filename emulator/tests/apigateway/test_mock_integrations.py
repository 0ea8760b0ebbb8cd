from rest_api import answers, rest_api
from server import Aws


def test_a_template_with_an_unsupported_variable_fails_the_call(aws: Aws) -> None:
    template = {"application/json": '{"statusCode":200,"at":"$util.unknown()"}'}
    api = rest_api(aws, "/health", {"Type": "MOCK", "RequestTemplates": template, **answers({"StatusCode": "200"})})

    assert api.call("/health").status == 500
    assert "'unknown'" in aws.server.lines("INTEGRATION of GET /health")[-1]


def test_a_mock_selects_its_response_and_renders_the_template(aws: Aws) -> None:
    rendered = {"application/json": '#set($context.responseOverride.status = 207)\n{"id":"$context.requestId"}'}
    integration = {
        "Type": "MOCK",
        "RequestTemplates": {"application/json": '{"statusCode":204}'},
        **answers(
            {"StatusCode": "200"}, {"StatusCode": "204", "SelectionPattern": "204", "ResponseTemplates": rendered}
        ),
    }
    answer = rest_api(aws, "/health", integration).call("/health")
    assert (answer.status, answer.document) == (207, {"id": answer.headers["x-amzn-RequestId"]})
