"""Rotation of a secret.

AWS calls the rotation function to create, set, test and finish the new version of a secret, and refuses a schedule
or a rotation if it may not invoke the function. MiniStack copies the old version without a call, and its
CloudFormation does not support rotation schedules. Here only `RotateSecret` starts a rotation, never the schedule.
"""

import contextvars
import sys
import threading
import time
import uuid
from collections.abc import Callable
from typing import Any

from ministack.core.responses import error_response_json, json_response
from ministack.services import lambda_svc, secretsmanager

from gaps._grants import denied_to_invoke
from patching import replaces, uses
from patching.resources import Properties, adds

resolve = uses(secretsmanager, "_resolve")
is_replica = uses(secretsmanager, "_is_replica")
function_of = uses(lambda_svc, "_get_func_record_for_ref")
execute = uses(lambda_svc, "_execute_function")


def function_for(secret: dict, arn: str) -> dict:
    """The rotation function; fails if the service may not invoke it for the secret."""
    function: dict | None = function_of(arn)[0] if arn else None
    if not function or denied_to_invoke("secretsmanager.amazonaws.com", arn, secret["ARN"]):
        raise PermissionError(f"Secrets Manager cannot invoke the specified Lambda function: {arn}")
    return function


def schedule(arn: str, properties: Properties) -> None:
    """Set the function and the rules of a secret."""
    _, secret = resolve(arn)
    function = properties["RotationLambdaARN"]
    function_for(secret, function)
    secret.update(RotationEnabled=True, RotationLambdaARN=function, RotationRules=properties.get("RotationRules"))


def delete(arn: str, properties: Properties) -> None:
    """Delete a schedule."""
    if secret := resolve(arn)[1]:
        secret.update(RotationEnabled=False, RotationLambdaARN=None, RotationRules=None)


adds("AWS::SecretsManager::RotationSchedule", lambda properties: properties["SecretId"], delete, schedule)


def take_steps(function: dict, secret: dict, version: str) -> None:
    """Call the function for each step until one fails."""
    for step in ("createSecret", "setSecret", "testSecret", "finishSecret"):
        result = execute(function, {"Step": step, "SecretId": secret["ARN"], "ClientRequestToken": version})
        if result.get("error"):
            reason = (result.get("body") or {}).get("errorMessage", result.get("body"))
            print(f"ROTATION of {secret['Name']} failed at {step}: {reason}", file=sys.stderr, flush=True)
            return


@replaces(secretsmanager, "_rotate_secret")
def rotate(copy_version: Callable, data: dict[str, Any]) -> Any:
    """Start the rotation in the background."""
    _, secret = resolve(data.get("SecretId"))
    if not secret or secret.get("DeletedDate") or is_replica(secret):
        return error_response_json("ResourceNotFoundException", "There is no such secret to rotate.", 400)
    try:
        function = function_for(secret, data.get("RotationLambdaARN") or secret["RotationLambdaARN"])
    except PermissionError as error:
        return error_response_json("AccessDeniedException", str(error), 400)
    rules = data.get("RotationRules") or secret["RotationRules"]
    secret.update(RotationEnabled=True, RotationLambdaARN=function["config"]["FunctionArn"], RotationRules=rules)
    version = data.get("ClientRequestToken") or str(uuid.uuid4())
    # A version without a value: the first step of the function sets it.
    pending = {"SecretString": None, "SecretBinary": None, "CreatedDate": int(time.time())}
    secret["Versions"][version] = pending | {"Stages": ["AWSPENDING"]}
    scope = contextvars.copy_context()
    threading.Thread(target=scope.run, args=(take_steps, function, secret, version), daemon=True).start()
    return json_response({"ARN": secret["ARN"], "Name": secret["Name"], "VersionId": version})
