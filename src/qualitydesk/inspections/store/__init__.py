"""Rows of inspections: standards' editions, rounds with stops and answers, findings."""
