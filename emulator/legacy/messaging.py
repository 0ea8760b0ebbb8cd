"""Topics: attributes that MiniStack's CloudFormation drops."""

from ministack.services import sns

from .hooks import Properties, also_apply, original


def fifo_topic() -> None:
    """AWS creates a FIFO topic. MiniStack's CloudFormation creates a standard topic of the same name."""
    topics = original(sns, "_topics")

    def apply(topic: str, properties: Properties) -> None:
        if not properties.get("FifoTopic"):
            return
        deduplication = str(properties.get("ContentBasedDeduplication", False)).lower()
        topics[topic]["attributes"].update(
            FifoTopic="true",
            ContentBasedDeduplication=deduplication,
            FifoThroughputScope=properties.get("FifoThroughputScope", "Topic"),
        )

    also_apply("AWS::SNS::Topic", apply)


def close() -> None:
    """Apply the patches of this module."""
    fifo_topic()
