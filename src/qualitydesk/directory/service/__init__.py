"""Verbs and questions of the directory: one verb, one transaction, one entry in the audit chain."""

from qualitydesk.directory.service.directory import Directory
from qualitydesk.directory.service.roster import Roster
from qualitydesk.directory.service.template import heads_of
from qualitydesk.directory.service.terms import Terms

__all__ = ["Directory", "Roster", "Terms", "heads_of"]
