"""The rule on how often rounds are due described."""

from __future__ import annotations

from qualitydesk.rulebook.model import ROUND_KINDS
from qualitydesk.rulebook.model.planning import Per
from qualitydesk.rulebook.model.shapes import Field, Kind, Part, Shape
from qualitydesk.rulebook.rules.planning import MOST_TIMES

INSPECTION_PLAN: Shape = (
    *(
        Part(
            f"kinds.{kind}",
            (f"ladder.kind.{kind}",),
            (
                Field("times", Kind.WHOLE, "plan_times", high=MOST_TIMES, unit="times"),
                Field("per", Kind.CHOICE, "plan_per", choices=tuple(Per), words="plan.per"),
            ),
        )
        for kind in ROUND_KINDS
    ),
    Part(
        "suggest",
        ("rule.part.suggest",),
        (
            Field("people", Kind.WHOLE, "suggest_people", low=1, high=200, unit="people"),
            Field("unseen_days", Kind.WHOLE, "unseen_days", low=1, high=366, unit="calendar_days"),
            Field("repeat_times", Kind.WHOLE, "repeat_times", low=2, high=20, unit="times"),
            Field("repeat_days", Kind.WHOLE, "repeat_days", low=7, high=730, unit="calendar_days"),
            Field("random_percent", Kind.PERCENT, "random_percent", high=100),
            Field("bad_percent", Kind.PERCENT, "bad_percent", low=1, high=99),
        ),
    ),
)
