"""Corrective measures and re-checks; where one comes from stands in its Origin."""
