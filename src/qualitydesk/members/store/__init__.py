"""Rows of customers and the questions asked of them. Called inside a transaction or a reading of the service."""

from qualitydesk.members.store.rows import (
    customer,
    flags_of,
    lift_flags,
    limit_of,
    line_of,
    line_query,
    lines_of,
    link,
    mark_again,
    put_keys,
    put_telephones,
    same_person,
    unlink,
)
from qualitydesk.members.store.search import count, find, kept_lines, lines, with_keys, with_telephones
from qualitydesk.members.store.tables import (
    customer_flags,
    customer_keys,
    customer_links,
    customer_telephones,
    customers,
)

__all__ = [
    "count",
    "customer",
    "customer_flags",
    "customer_keys",
    "customer_links",
    "customer_telephones",
    "customers",
    "find",
    "flags_of",
    "kept_lines",
    "lift_flags",
    "limit_of",
    "line_of",
    "line_query",
    "lines",
    "lines_of",
    "link",
    "mark_again",
    "put_keys",
    "put_telephones",
    "same_person",
    "unlink",
    "with_keys",
    "with_telephones",
]
