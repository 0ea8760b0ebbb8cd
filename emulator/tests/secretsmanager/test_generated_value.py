from server import Aws


def test_a_generated_value_has_no_punctuation_if_it_is_excluded(aws: Aws) -> None:
    options = {"ExcludePunctuation": True, "ExcludeCharacters": "abc", "PasswordLength": 200}
    resource = {"Type": "AWS::SecretsManager::Secret", "Properties": {"GenerateSecretString": options}}
    deployed = aws.deploy({"Secret": resource}, {"Arn": {"Fn::GetAtt": ["Secret", "Arn"]}})
    value = aws("secretsmanager").get_secret_value(SecretId=deployed["Arn"])["SecretString"]
    assert len(value) == 200
    assert value.isalnum()
    assert not set("abc") & set(value)
