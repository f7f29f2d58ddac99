"""Screens of customers' wishes: the list, one of them, the windows that log, forward and answer."""

from qualitydesk.complaints.ui.wishes.page import WishesPage
from qualitydesk.complaints.ui.wishes.wish_page import WishPage

__all__ = ["WishPage", "WishesPage"]
