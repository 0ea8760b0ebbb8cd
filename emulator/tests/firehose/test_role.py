import pytest
from delivery_stream import ACTIONS, DeliveryStream
from server import Aws, eventually


@pytest.mark.parametrize("action", ACTIONS)
def test_nothing_is_delivered_if_the_role_lacks_a_permission(aws: Aws, action: str) -> None:
    stream = DeliveryStream(aws, without=action)

    stream.put('{"id": "one", "amount": 1}')

    eventually(lambda: [line for line in aws.server.lines("DENIED") if stream.role in line and action in line])
    assert not stream.objects("")


@pytest.mark.control
def test_a_record_is_delivered_under_a_role_with_all_permissions(aws: Aws) -> None:
    stream = DeliveryStream(aws)

    stream.put('{"id": "one", "amount": 1}')

    eventually(stream.rows)
