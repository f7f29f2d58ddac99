"""Complaints (投诉): cases, their eleven steps and clocks, severity, money, people, the board."""
