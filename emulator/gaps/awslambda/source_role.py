"""The role that reads an event source.

AWS creates an event source mapping only if the role of its function may read the source. MiniStack's
CloudFormation always does.
"""

from ministack.services import lambda_svc

from gaps._grants import denied_to_role
from patching import register, uses
from patching.resources import Attributes, Properties, handler_of

ACTIONS = {
    "sqs": ("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
    "dynamodb": ("dynamodb:DescribeStream", "dynamodb:GetShardIterator", "dynamodb:GetRecords"),
    "kinesis": ("kinesis:DescribeStreamSummary", "kinesis:GetShardIterator", "kinesis:GetRecords"),
}
"""Actions that AWS requires, by the service of the source."""

handler = handler_of("AWS::Lambda::EventSourceMapping")
create = handler["create"]
function_of = uses(lambda_svc, "_get_func_record_for_ref")


def create_if_allowed(name: str, properties: Properties, stack: str) -> tuple[str, Attributes]:
    """Create a mapping if the role of its function may read the source."""
    configuration, source = function_of(properties["FunctionName"])[1], properties["EventSourceArn"]
    for action in ACTIONS.get(source.split(":")[2], ()):
        if denied := denied_to_role(configuration["Role"], action, source):
            raise ValueError(f"The function's execution role does not have the permission: {denied}")
    return create(name, properties, stack)


register(lambda: handler.update(create=create_if_allowed), __name__)
