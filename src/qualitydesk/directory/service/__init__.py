"""Verbs and questions of the directory: one verb, one transaction, one entry in the audit chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualitydesk.basics.later import given_later

if TYPE_CHECKING:
    from qualitydesk.directory.service.directory import Directory
    from qualitydesk.directory.service.roster import Roster
    from qualitydesk.directory.service.template import heads_of
    from qualitydesk.directory.service.terms import Terms

__all__ = ["Directory", "Roster", "Terms", "heads_of"]

__getattr__ = given_later(
    __name__, {"Directory": "directory", "Roster": "roster", "Terms": "terms", "heads_of": "template"}
)
