"""A score in points and in words, the same on the screen and on the report: what it is made of, what it must reach."""

from __future__ import annotations

from fractions import Fraction

from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import Score
from qualitydesk.inspections.rules.scoring import points

_HALF = Fraction(1, 2)


def score_why(score: Score, partly: Fraction, language: str) -> str:
    """How the score came about, `partly` being what an item partly met is worth; "" while nothing counts."""
    if score.share is None:
        return ""
    worth = "report.half" if partly == _HALF else "report.part"
    return say(
        language,
        "report.score_why",
        earned=points(score.earned),
        possible=points(score.possible),
        partly=say(language, worth, percent=points(partly * 100)),
        mark=points(score.pass_mark * 100),
    )


def score_points(score: Score, language: str) -> str:
    """The points behind one person's score; "" while nothing counts."""
    if score.share is None:
        return ""
    return say(
        language,
        "report.score_points",
        earned=points(score.earned),
        possible=points(score.possible),
        mark=points(score.pass_mark * 100),
    )
