"""Identities of rows: UUIDv7, 16 bytes, never read as an order in time."""

from __future__ import annotations

from uuid import UUID

from uuid_utils import compat


def new_id() -> UUID:
    """A fresh identity, safe to make on any machine."""
    return compat.uuid7()
