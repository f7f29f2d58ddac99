"""Screens of inspections: standards, the list of rounds, a new round, walking, the result."""
