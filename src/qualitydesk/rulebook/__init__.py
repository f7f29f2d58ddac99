"""Versions of every rule; knows no directory row."""
