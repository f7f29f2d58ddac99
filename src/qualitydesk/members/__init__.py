"""Customers: who is served, found in a moment at intake, masked wherever nobody asked to see them in full."""
