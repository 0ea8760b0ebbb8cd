"""Names of gaps._grants, until the last module here that uses them is a gap."""

from gaps._grants import denied_by_policy, denied_to_role, refuse

__all__ = ("denied_by_policy", "denied_to_role", "refuse")
