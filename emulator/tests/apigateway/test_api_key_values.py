from server import Aws, unique


def test_the_value_of_a_key_is_returned_on_request_only(aws: Aws) -> None:
    gateway = aws("apigateway")
    key = gateway.create_api_key(name=unique("key"), enabled=True)["id"]

    assert "value" not in gateway.get_api_key(apiKey=key)
    assert gateway.get_api_key(apiKey=key, includeValue=True)["value"]


def test_a_list_of_keys_has_values_on_request_only(aws: Aws) -> None:
    gateway = aws("apigateway")
    gateway.create_api_key(name=unique("key"), enabled=True)

    assert not [key for key in gateway.get_api_keys()["items"] if "value" in key]
    assert all(key["value"] for key in gateway.get_api_keys(includeValues=True)["items"])
