"""Screens of customers: the list, the dialogs, the picker other parts put into their forms."""
