"""QualityDesk: rounds, violations, fines and papers of a group of clinics as one thread."""

__version__ = "0.1.0"
