"""Rows of complaints: their tables, single cases, lists."""
