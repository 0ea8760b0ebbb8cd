import json

from server import Aws, unique

SLOW = """
  const answer = { Status: "SUCCESS", PhysicalResourceId: "slow", RequestId: event.RequestId,
                   StackId: event.StackId, LogicalResourceId: event.LogicalResourceId };
  await new Promise((resolve) => setTimeout(resolve, 3000));
  await fetch(event.ResponseURL, { method: "PUT", body: JSON.stringify(answer) });
"""


def test_the_first_description_of_a_new_stack_says_how_its_creation_ended(aws: Aws) -> None:
    resource = {"Type": "Custom::Slow", "Properties": {"ServiceToken": aws.function(SLOW, Timeout=10)}}
    cloudformation, name = aws("cloudformation"), unique("stack")
    cloudformation.create_stack(StackName=name, TemplateBody=json.dumps({"Resources": {"Slow": resource}}))

    assert cloudformation.describe_stacks(StackName=name)["Stacks"][0]["StackStatus"] == "CREATE_COMPLETE"
