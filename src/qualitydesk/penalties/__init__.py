"""Offences, the ladder, proposals and slips."""
