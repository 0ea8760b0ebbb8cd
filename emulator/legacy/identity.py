"""Authorization of callers, with the emulator's IAM enforcement enabled."""

import re

from ministack import app
from ministack.core import iam_evaluator, sigv4
from ministack.services import iam

from .hooks import Attributes, Properties, accepted, original, register


def secure_transport() -> None:
    """On AWS, clients use TLS, and `enforceSSL` policies deny other requests.

    Clients reach MiniStack over plain HTTP on the loopback interface, so each of these policies
    would deny them. Here such requests count as secure.
    """
    pin_request_origin = original(app, "pin_request_origin")
    app.pin_request_origin = lambda source_ip, secure: pin_request_origin(source_ip, True)


def http2_signature() -> None:
    """AWS verifies the `:authority` header, which SDKs sign on HTTP/2 (the Kinesis client does). MiniStack
    looks for a header of that name, which the server has renamed to host."""
    build_canonical_headers = original(sigv4, "build_canonical_headers")
    sigv4.build_canonical_headers = lambda headers, signed_headers: build_canonical_headers(
        {**headers, ":authority": headers.get("host", "")}, signed_headers
    )


def wildcards() -> None:
    """Wildcards on AWS match any characters. Those of MiniStack do not match line breaks, so no pattern
    matches a key that contains one."""
    compile_pattern = original(iam_evaluator, "_fnmatch_compile")

    def compile_any_character(pattern: str, ignore_case: bool) -> re.Pattern:
        compiled = compile_pattern(pattern, ignore_case)
        return re.compile(compiled.pattern, compiled.flags | re.DOTALL)

    iam_evaluator._fnmatch_compile = compile_any_character


def access_key() -> None:
    """AWS creates an access key. MiniStack has the API but no CloudFormation handler."""
    create_key = original(iam, "_create_access_key")
    delete_key = original(iam, "_delete_access_key")

    def create(logical_id: str, properties: Properties, stack: str) -> tuple[str, Attributes]:
        answer = accepted(create_key({"UserName": [properties["UserName"]]}))
        key, secret = (
            re.search(f"<{name}>(.+?)</{name}>", answer).group(1)
            for name in ("AccessKeyId", "SecretAccessKey")
        )
        return key, {"SecretAccessKey": secret}

    register(
        "AWS::IAM::AccessKey",
        create,
        lambda key, properties: delete_key({"UserName": [properties["UserName"]], "AccessKeyId": [key]}),
        lambda key, properties: {"SecretAccessKey": iam._access_keys[key]["SecretAccessKey"]},
    )


def close() -> None:
    """Apply the patches of this module."""
    secure_transport()
    http2_signature()
    wildcards()
    access_key()
