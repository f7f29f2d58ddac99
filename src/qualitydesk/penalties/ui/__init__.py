"""Screens of penalties: proposals after a round, the list of slips, one slip with what is done about it."""
