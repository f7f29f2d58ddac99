"""Screens of insights: the supervisor's week."""
