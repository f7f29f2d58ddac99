"""Starts the program; the only place that knows every part."""
