from collections.abc import Callable

SCRIPT = """
import json
from ministack.core.iam_evaluator import parse_policy_document

def policy(action):
    statement = {"Effect": "Allow", "Action": action, "Resource": "*"}
    return json.dumps({"Statement": [statement]})

read, again, write = (parse_policy_document(policy(action)) for action in ("read", "read", "write"))
print(read is again, read[0].actions, write[0].actions)
"""


def test_a_policy_is_parsed_once(ministack: Callable[[str], str]) -> None:
    assert ministack(SCRIPT).strip() == "True ['read'] ['write']"
