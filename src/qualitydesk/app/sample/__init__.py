"""Sample data: an invented group with two years of rounds, made through the real verbs, the same for the same day."""

from __future__ import annotations

from qualitydesk.app.sample.fill import WHOLE, SampleSize, fill

__all__ = ["WHOLE", "SampleSize", "fill"]
