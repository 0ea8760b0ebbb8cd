"""Identities, and the authorization of callers."""
