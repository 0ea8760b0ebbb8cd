"""Sessions of HTTP/2 that the client is closing.

A client that sends GOAWAY opens no more streams, and receives the rest of those that are open, as the SDK's Kinesis
client does. MiniStack's server closes the connection at once, so an answer of more than 64 KiB is cut off.

https://www.rfc-editor.org/rfc/rfc9113#section-6.8
"""

from collections.abc import Callable

from h2.connection import ConnectionInputs, ConnectionState, H2ConnectionStateMachine
from h2.events import ConnectionTerminated, Event
from hypercorn.protocol.h2 import H2Protocol

from patching import edits, replaces


@edits(H2ConnectionStateMachine, "_transitions")
def stay_open(transitions: dict) -> dict:
    """Keep the state of a connection if the client sends GOAWAY."""
    states = (ConnectionState.IDLE, ConnectionState.SERVER_OPEN)
    return transitions | {(state, ConnectionInputs.RECV_GOAWAY): (None, state) for state in states}


@replaces(H2Protocol, "_handle_events")
async def handle_events(handle: Callable, protocol: H2Protocol, events: list[Event]) -> None:
    """Handle all events but GOAWAY; the client closes the connection when it has all answers."""
    await handle(protocol, [event for event in events if not isinstance(event, ConnectionTerminated)])
