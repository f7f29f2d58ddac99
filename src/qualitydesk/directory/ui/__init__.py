"""Screens of the directory: people, institutions, departments and posts, each list with its dialog."""

from qualitydesk.directory.ui.directory_page import DirectoryPage

__all__ = ["DirectoryPage"]
