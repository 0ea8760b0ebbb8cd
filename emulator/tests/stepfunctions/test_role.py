from server import Aws


def test_a_task_fails_if_the_role_of_the_machine_may_not_invoke_its_function(aws: Aws) -> None:
    function, other = aws.function("return 'done'"), aws.function("return 'done'")
    definition = {"StartAt": "Task", "States": {"Task": {"Type": "Task", "Resource": function, "End": True}}}

    def end(granted: str) -> dict:
        role = aws.role("states.amazonaws.com", ("lambda:InvokeFunction", granted))
        return aws.end_of(aws.execution(definition, role))

    denied = end(granted=other)
    assert (denied["status"], denied.get("error")) == ("FAILED", "Lambda.AWSLambdaException")
    assert end(granted=function)["status"] == "SUCCEEDED"
