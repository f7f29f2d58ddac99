"""Screens of complaints: the board, the table of all cases, one case, the dialogs."""
