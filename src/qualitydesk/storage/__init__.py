"""Rows, transactions, audit, files: the only door to the database."""
