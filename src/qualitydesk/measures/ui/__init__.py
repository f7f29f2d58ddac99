"""Screens of measures: the list, one in full, setting one and each of its steps."""
