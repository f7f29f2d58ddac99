"""Verbs and questions of the directory: one verb, one transaction, one entry in the audit chain."""

from qualitydesk.directory.service.directory import Directory

__all__ = ["Directory"]
