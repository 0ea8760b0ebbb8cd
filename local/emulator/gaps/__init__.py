"""What AWS does and MiniStack 1.5.33 does not, closed one function a gap.

Each function says what AWS does and what MiniStack does instead, and changes MiniStack in
memory, never on disk. Each fails the start if the place it changes is no longer there.
"""

from . import (
    api,
    delivery,
    delivery_role,
    firewall,
    functions,
    identity,
    inert,
    messaging,
    monitoring,
    network,
    service_policies,
    service_roles,
    storage,
    streams,
    validation,
    workflow,
)

MODULES = (
    identity,
    functions,
    streams,
    delivery,
    delivery_role,
    network,
    firewall,
    storage,
    messaging,
    workflow,
    api,
    validation,
    service_roles,
    service_policies,
    monitoring,
    inert,
)


def close_all() -> None:
    """Close every gap; to be called once, before the server starts."""
    for module in MODULES:
        module.close()
