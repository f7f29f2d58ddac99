"""Rows of measures: their tables, single measures, lists."""
