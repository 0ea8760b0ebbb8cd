"""Secrets Manager: reference, generation, policy and rotation of a secret."""

import contextvars
import json
import string
import sys
import threading
import time
import uuid
from typing import Any

from ministack.core.responses import error_response_json, json_response
from ministack.services import lambda_svc, secretsmanager
from ministack.services.cloudformation import provisioners

from .grants import denied_by_policy
from .hooks import Attributes, Properties, accepted, handler_of, original, register, register_rule

STEPS = ("createSecret", "setSecret", "testSecret", "finishSecret")


def reference() -> None:
    """On AWS, `Ref` of a secret is its ARN, which policies use. In MiniStack it is the name."""
    resolve = original(secretsmanager, "_resolve")
    handler = handler_of("AWS::SecretsManager::Secret")
    create, update, delete = handler["create"], handler["update"], handler["delete"]

    def by_arn(result: tuple[str, Attributes]) -> tuple[str, Attributes]:
        _, attributes = result
        return attributes["Arn"], attributes

    handler["create"] = lambda *arguments: by_arn(create(*arguments))
    handler["update"] = lambda arn, *rest: by_arn(update(resolve(arn)[0] or arn, *rest))
    handler["delete"] = lambda arn, properties: delete(resolve(arn)[0] or arn, properties)


def punctuation() -> None:
    """AWS generates a secret without punctuation if `ExcludePunctuation` is set. MiniStack ignores it."""
    generate = original(provisioners, "_sm_secret_string")

    def secret_string(properties: Properties) -> str:
        options = properties.get("GenerateSecretString") or {}
        if str(options.get("ExcludePunctuation", False)).lower() == "true":
            excluded = options.get("ExcludeCharacters", "") + string.punctuation
            properties = {**properties, "GenerateSecretString": {**options, "ExcludeCharacters": excluded}}
        return generate(properties)

    provisioners._sm_secret_string = secret_string


def resource_policy() -> None:
    """AWS attaches a policy to a secret. MiniStack supports this in its API, but not in CloudFormation."""
    put_policy = original(secretsmanager, "_put_resource_policy")
    delete_policy = original(secretsmanager, "_delete_resource_policy")

    def put(properties: Properties) -> None:
        policy = properties["ResourcePolicy"]
        text = policy if isinstance(policy, str) else json.dumps(policy)
        accepted(put_policy({"SecretId": properties["SecretId"], "ResourcePolicy": text}))

    def remove(properties: Properties) -> None:
        delete_policy({"SecretId": properties["SecretId"]})

    register_rule("AWS::SecretsManager::ResourcePolicy", "secret-policy", put, remove)


def rotation() -> None:
    """AWS calls the rotation function to create, set, test and finish the new version of a secret.
    MiniStack copies the old version without a call, and its CloudFormation does not support
    rotation schedules. Here only `RotateSecret` starts a rotation, never the schedule."""
    resolve = original(secretsmanager, "_resolve")
    is_replica = original(secretsmanager, "_is_replica")
    function_of = original(lambda_svc, "_get_func_record_for_ref")
    execute = original(lambda_svc, "_execute_function")
    original(secretsmanager, "_rotate_secret")

    def schedule(properties: Properties) -> dict:
        _, secret = resolve(properties["SecretId"])
        secret["RotationEnabled"] = True
        secret["RotationLambdaARN"] = properties["RotationLambdaARN"]
        secret["RotationRules"] = properties.get("RotationRules")
        return secret

    def create(logical_id: str, properties: Properties, stack: str) -> tuple[str, Attributes]:
        return schedule(properties)["ARN"], {}

    def attributes(arn: str, properties: Properties) -> Attributes:
        schedule(properties)
        return {}

    def delete(arn: str, properties: Properties) -> None:
        _, secret = resolve(arn)
        if secret:
            secret.update(RotationEnabled=False, RotationLambdaARN=None, RotationRules=None)

    def rotate(function: dict, secret: dict, version: str) -> None:
        for step in STEPS:
            event = {"Step": step, "SecretId": secret["ARN"], "ClientRequestToken": version}
            result = execute(function, event)
            if result.get("error"):
                reason = (result.get("body") or {}).get("errorMessage", result.get("body"))
                print(f"ROTATION of {secret['Name']} failed at {step}: {reason}", file=sys.stderr, flush=True)
                return

    def rotate_secret(data: dict[str, Any]) -> tuple[int, Any, bytes | str]:
        _, secret = resolve(data.get("SecretId"))
        if not secret or secret.get("DeletedDate") or is_replica(secret):
            return error_response_json("ResourceNotFoundException", "There is no such secret to rotate.", 400)
        secret["RotationLambdaARN"] = data.get("RotationLambdaARN") or secret.get("RotationLambdaARN")
        secret["RotationRules"] = data.get("RotationRules") or secret.get("RotationRules")
        secret["RotationEnabled"] = True
        arn = secret["RotationLambdaARN"] or ""
        function, *_ = function_of(arn) if arn else (None,)
        if not function or denied_by_policy(
            function["policy"], "secretsmanager.amazonaws.com", "lambda:InvokeFunction", arn, secret["ARN"]
        ):
            message = f"Secrets Manager cannot invoke the specified Lambda function: {arn}"
            return error_response_json("AccessDeniedException", message, 400)

        version = data.get("ClientRequestToken") or str(uuid.uuid4())
        # A version without a value: the first step of the function sets it.
        pending = {"SecretString": None, "SecretBinary": None, "CreatedDate": int(time.time())}
        secret["Versions"][version] = pending | {"Stages": ["AWSPENDING"]}
        scope = contextvars.copy_context()
        threading.Thread(target=scope.run, args=(rotate, function, secret, version), daemon=True).start()
        return json_response({"ARN": secret["ARN"], "Name": secret["Name"], "VersionId": version})

    secretsmanager._rotate_secret = rotate_secret
    register("AWS::SecretsManager::RotationSchedule", create, delete, attributes)


def close() -> None:
    """Apply the patches of this module."""
    reference()
    punctuation()
    resource_policy()
    rotation()
