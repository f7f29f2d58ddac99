"""QualityDesk: rounds, offences, sanctions and papers of a group of clinics as one thread."""

__version__ = "0.1.0"
