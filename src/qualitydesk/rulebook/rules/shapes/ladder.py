"""The ladder described: how offences count, which round belongs to which column, six rungs."""

from __future__ import annotations

from qualitydesk.rulebook.model import ROUND_KINDS, Column, Counts, Gravity, Role, SameRound, Sanction, Share
from qualitydesk.rulebook.model.shapes import Field, Kind, Part, Shape
from qualitydesk.rulebook.rules.ladder import HIGHEST_FEN

_SANCTIONS = tuple(Sanction)

_COUNTING = Part(
    "counting",
    ("rule.part.counting",),
    (
        Field("look_back_months", Kind.WHOLE, "look_back_months", low=1, high=120, unit="months"),
        Field("second_counts", Kind.CHOICE, "second_counts", choices=tuple(Counts), words="ladder.scope"),
        Field("third_counts", Kind.CHOICE, "third_counts", choices=tuple(Counts), words="ladder.scope"),
        Field("join_columns", Kind.YES, "join_columns"),
        Field("same_round", Kind.CHOICE, "same_round", choices=tuple(SameRound), words="rule.same_round"),
        Field("partly", Kind.YES, "partly"),
        Field("fixed_on_the_spot", Kind.YES, "fixed_on_the_spot"),
    ),
)

_KINDS = Part(
    "kinds",
    ("rule.part.kinds",),
    tuple(
        Field(kind, Kind.CHOICE, "kinds", {"kind": f"ladder.kind.{kind}"}, choices=tuple(Column), words="ladder.column")
        for kind in ROUND_KINDS
    ),
)


def _rung(column: Column, number: int) -> Part:
    sums = tuple(
        Field(f"amount.{key}", Kind.MONEY, f"amount_{key}", low=100, high=HIGHEST_FEN, may_lack=True)
        for key in ("low", "high", *Gravity)
    )
    return Part(
        f"columns.{column}.{number}",
        (f"ladder.column.{column}", f"ladder.rung.{number}"),
        (
            Field("sanction", Kind.CHOICE, "sanction", choices=_SANCTIONS, words="sanction"),
            *(
                Field(
                    f"payers.{role}", Kind.CHOICE, "payer", {"role": f"role.{role}"},
                    choices=tuple(Share), words="rule.share", may_lack=True,
                )
                for role in Role
            ),
            Field(
                "superiors_sanction", Kind.CHOICE, "superiors_sanction",
                choices=_SANCTIONS, words="sanction", may_lack=True,
            ),
            *sums,
            Field("amount.choices", Kind.SUMS, "amount_choices", may_lack=True),
            Field("amount.step", Kind.MONEY, "amount_step", low=1, high=HIGHEST_FEN, may_lack=True, absent=100),
            Field("told", Kind.CHOICES, "told", choices=tuple(Role), words="role", may_lack=True),
            Field("published", Kind.YES, "published", may_lack=True, absent=False),
            Field("office_notice", Kind.YES, "office_notice", may_lack=True, absent=False),
            Field("may_leave_out", Kind.WHOLE, "may_leave_out", high=2, unit="people", may_lack=True, absent=0),
        ),
    )  # fmt: skip


LADDER: Shape = (_COUNTING, _KINDS, *(_rung(column, number) for column in Column for number in (1, 2, 3)))
