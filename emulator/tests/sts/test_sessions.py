from collections.abc import Callable

SCRIPT = """
import sys, threading
from ministack.services import sts

sys.setswitchinterval(1e-6)
sts._sessions.update({str(number): {} for number in range(10_000)})
errors = []

def start_sessions(name):
    for number in range(20):
        try:
            sts.register_session(f"{name}-{number}", {})
        except RuntimeError as error:
            errors.append(error)

threads = [threading.Thread(target=start_sessions, args=(name,)) for name in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(sts._sessions), len(errors))
"""


def test_sessions_can_start_at_the_same_time(ministack: Callable[[str], str]) -> None:
    assert ministack(SCRIPT).split() == ["10080", "0"]
