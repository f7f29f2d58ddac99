"""Staff points, rewards and the monthly settlement described."""

from __future__ import annotations

from qualitydesk.rulebook.model.rewarding import FineIs
from qualitydesk.rulebook.model.shapes import Field, Kind, Part, Rows, Shape
from qualitydesk.rulebook.rules.rewarding import MOST_FEN, MOST_POINTS

_ACTS = (
    *("games", "music", "chat", "make_up", "snacks", "noise", "messages", "private_call"),
    *("task_not_done", "services_not_known", "rude", "away", "late", "early", "absent"),
    *("praise_message", "praise_letter", "praise_banner", "false_figures", "private_referral"),
)
_REWARDED = (
    *("results", "proposal", "prevented_loss", "emergency", "courage", "attendance", "honesty", "good_name", "praised"),
    *("conduct", "leadership", "rescue", "saving", "service", "model_employee", "service_model", "service_star"),
)
_EXTRAS = ("raise", "praise", "gift", "training", "leave", "travel")


def _points(key: str, *, may_lack: bool = True, absent: int | None = 0) -> Field:
    return Field(
        key, Kind.WHOLE, f"points_{key}",
        low=-MOST_POINTS, high=MOST_POINTS, unit="points", may_lack=may_lack, absent=absent,
    )  # fmt: skip


POINTS: Shape = (
    Part(
        "",
        (),
        (
            Field("fen_per_point", Kind.MONEY, "fen_per_point", low=1, high=MOST_FEN),
            Field("third", Kind.WHOLE, "third", low=2, high=100, unit="which"),
            Field("scheme_posts", Kind.POSTS, "scheme_posts"),
            Field("employee_limit", Kind.WHOLE, "employee_limit", low=1, high=MOST_POINTS, unit="points"),
            Field("team_limit", Kind.WHOLE, "team_limit", low=1, high=MOST_POINTS, unit="points"),
            Field("team_months", Kind.WHOLE, "team_months", low=1, high=24, unit="months"),
        ),
    ),
    Rows(
        "rows",
        "rule.part.points",
        (
            Field("acts", Kind.CHOICES, "points_acts", choices=_ACTS, words="points.act"),
            _points("employee", may_lack=False),
            _points("team"),
            _points("third_employee", absent=None),
            _points("third_team"),
            Field("fine", Kind.MONEY, "points_fine", high=MOST_FEN, may_lack=True, absent=0),
            Field("second_dismissal", Kind.YES, "points_second_dismissal", may_lack=True, absent=False),
        ),
        ("private", "task", "away", "late", "early", "absent", "praise", "integrity"),
        "points.row",
        ("integrity",),
    ),
)

REWARDS: Shape = (
    Part(
        "",
        (),
        (
            Field("approving_posts", Kind.POSTS, "approving_posts"),
            Field("step", Kind.MONEY, "step", low=1, high=MOST_FEN),
        ),
    ),
    Rows(
        "grades",
        "rule.part.grades",
        (
            Field("kinds", Kind.CHOICES, "reward_kinds", choices=_REWARDED, words="reward.kind"),
            Field("low", Kind.MONEY, "reward_low", high=MOST_FEN, may_lack=True, absent=0),
            Field("high", Kind.MONEY, "reward_high", high=MOST_FEN, may_lack=True),
            Field("extras", Kind.CHOICES, "reward_extras", choices=_EXTRAS, words="reward.extra"),
        ),
        ("one", "two", "honour"),
        "reward.grade",
        ("honour",),
    ),
)

SETTLEMENT: Shape = (
    Part(
        "",
        (),
        (
            Field(
                "fine_is", Kind.CHOICE, "fine_is",
                choices=tuple(FineIs), words="settle.fine_is", note="settle.law.note",
            ),
            Field("cap_percent", Kind.PERCENT, "cap_percent", low=1, high=20),
            Field("minimum_floor", Kind.YES, "minimum_floor"),
            Field("locking_posts", Kind.POSTS, "locking_posts"),
            Field("document", Kind.TEXT, "document", may_lack=True),
        ),
    ),
)  # fmt: skip
