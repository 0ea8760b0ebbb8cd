"""Topics that keep the order of messages.

MiniStack's CloudFormation creates a standard topic instead of a FIFO topic.
"""

from ministack.services import sns

from patching import uses
from patching.resources import Properties, also_applies

topics = uses(sns, "_topics")


@also_applies("AWS::SNS::Topic")
def make_fifo(topic: str, properties: Properties) -> None:
    """Set the attributes of a FIFO topic."""
    if properties.get("FifoTopic"):
        topics[topic]["attributes"].update(
            FifoTopic="true",
            ContentBasedDeduplication=str(properties.get("ContentBasedDeduplication", False)).lower(),
            FifoThroughputScope=properties.get("FifoThroughputScope", "Topic"),
        )
