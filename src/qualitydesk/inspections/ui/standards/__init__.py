"""Dialogs of the standards page: the editor, editions and their differences, files in and out."""
