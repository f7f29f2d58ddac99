"""The small rules described: scoring, appeals, approval, leading, measures, disputes, the monthly sheet."""

from __future__ import annotations

from qualitydesk.rulebook.model import AS_EVER, ROUND_KINDS, AppealRule, Party, SlipAct
from qualitydesk.rulebook.model.shapes import Field, Kind, Part, Shape
from qualitydesk.rulebook.rules.small import LATER, VISITED, WITH_POSTS

SCORE: Shape = (
    Part(
        "",
        (),
        (
            Field("pass_mark_percent", Kind.PERCENT, "pass_mark_percent", low=1, high=100),
            Field("partly_percent", Kind.PERCENT, "partly_percent", low=0, high=100),
            Field("finding_below", Kind.WHOLE, "finding_below", low=1, high=5, unit="points"),
            Field("critical_fails", Kind.YES, "critical_fails"),
        ),
    ),
)

APPEAL: Shape = (
    Part(
        "",
        (),
        (
            Field("days", Kind.WHOLE, "days", low=1, high=60, unit="calendar_days"),
            Field(
                "decide_days", Kind.WHOLE, "decide_days",
                low=1, high=90, unit="calendar_days", may_lack=True, absent=AppealRule(0).decide_days,
            ),
            Field("appeal_posts", Kind.POSTS, "appeal_posts", may_lack=True, absent=AppealRule(0).posts),
            Field(
                "appeal_not_by", Kind.CHOICES, "appeal_not_by",
                choices=tuple(Party), words="rule.party", may_lack=True, absent=tuple(AppealRule(0).not_by),
            ),
        ),
    ),
)  # fmt: skip


def _not_by(act: SlipAct) -> Field:
    parties = tuple(party for party in Party if party not in LATER.get(act, ()))
    return Field(
        f"{act}_not_by", Kind.CHOICES, f"{act}_not_by",
        choices=parties, words="rule.party", may_lack=True, absent=tuple(AS_EVER[act]), none="rule.value.nobody",
    )  # fmt: skip


APPROVAL: Shape = (
    Part(
        "",
        (),
        (
            Field("posts", Kind.POSTS, "posts"),
            *(
                Field(f"{act}_posts", Kind.POSTS, f"{act}_posts", may_lack=True, none="rule.value.any_post")
                for act in WITH_POSTS
            ),
            *(_not_by(act) for act in SlipAct),
            Field("publish_second", Kind.YES, "publish_second", may_lack=True, absent=False),
        ),
    ),
)

MEASURES: Shape = (
    Part(
        "",
        (),
        (
            Field("due_ordinary", Kind.WHOLE, "due_ordinary", high=365, unit="calendar_days"),
            Field("due_urgent", Kind.WHOLE, "due_urgent", high=365, unit="calendar_days"),
            Field("due_at_once", Kind.WHOLE, "due_at_once", high=365, unit="calendar_days"),
            Field("recheck", Kind.WHOLE, "recheck", low=1, high=365, unit="calendar_days"),
            Field("effect", Kind.WHOLE, "effect", low=1, high=1000, unit="calendar_days"),
        ),
    ),
)

DISPUTES: Shape = (
    Part(
        "",
        (),
        (
            Field("deciding_posts", Kind.POSTS, "deciding_posts"),
            Field("answer", Kind.WHOLE, "answer", high=365, unit="calendar_days"),
        ),
    ),
)

CASE_MONTH: Shape = (
    Part(
        "",
        (),
        (
            Field("ready_day", Kind.WHOLE, "ready_day", low=1, high=28, unit="day_of_month"),
            Field("review_before_day", Kind.WHOLE, "review_before_day", low=1, high=28, unit="day_of_month"),
        ),
    ),
)


def _lead(kind: str) -> Part:
    fields: tuple[Field, ...] = (
        Field("posts", Kind.POSTS, "lead_posts", may_lack=True),
        Field("beijing_posts", Kind.POSTS, "lead_beijing_posts", may_lack=True),
        Field("own_institution", Kind.YES, "lead_own_institution", may_lack=True, absent=False),
        Field("delegate", Kind.YES, "lead_delegate", may_lack=True, absent=False),
    )
    if kind == VISITED:
        fields += (Field("visitor", Kind.YES, "lead_visitor", may_lack=True, absent=False),)
    return Part(f"kinds.{kind}", (f"ladder.kind.{kind}",), fields)


LEADING: Shape = tuple(_lead(kind) for kind in ROUND_KINDS)
