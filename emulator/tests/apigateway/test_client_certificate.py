from server import Aws


def test_a_template_may_have_a_client_certificate(aws: Aws) -> None:
    certificate = {"Type": "AWS::ApiGateway::ClientCertificate", "Properties": {"Description": "for the provider"}}
    assert aws.deploy({"Certificate": certificate}, {"Id": {"Ref": "Certificate"}})["Id"]
