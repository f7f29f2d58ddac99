"""Rates, charts and reports over all features; writes only its own views and papers."""
