"""Rows of customers and the questions asked of them. Called inside a transaction or a reading of the service."""

from qualitydesk.members.store.rows import (
    customer,
    flags_of,
    lift_flags,
    line_of,
    line_query,
    lines_of,
    linked_to,
    put_keys,
    put_telephones,
    same_person,
)
from qualitydesk.members.store.search import count, find, kept_lines, lines, named, with_telephones
from qualitydesk.members.store.tables import customer_flags, customer_keys, customer_telephones, customers

__all__ = [
    "count",
    "customer",
    "customer_flags",
    "customer_keys",
    "customer_telephones",
    "customers",
    "find",
    "flags_of",
    "kept_lines",
    "lift_flags",
    "line_of",
    "line_query",
    "lines",
    "lines_of",
    "linked_to",
    "named",
    "put_keys",
    "put_telephones",
    "same_person",
    "with_telephones",
]
