"""The rules on complaints described: steps, severity, clocks."""

from __future__ import annotations

from qualitydesk.rulebook.model import Sanction
from qualitydesk.rulebook.model.cases import LEVELS, NEED_CODES, SEVERITY_FLAGS, STEP_CODES
from qualitydesk.rulebook.model.clocks import ClockKind, Reopening, Unit
from qualitydesk.rulebook.model.days import MIDNIGHT
from qualitydesk.rulebook.model.shapes import Field, Kind, Part, Rows, Shape
from qualitydesk.rulebook.rules.cases import MOST_FEN, earlier_steps
from qualitydesk.rulebook.rules.clocks import LONGEST

_OPEN = STEP_CODES[:9]
_EVENTS = (
    *("received", "first_contact", "payment_approved", "payment_made", "after_call"),
    *("request_received", "request_answered"),
    *(f"entered.{step}" for step in STEP_CODES),
    *(f"left.{step}" for step in STEP_CODES),
)


def _step(code: str) -> Part:
    earlier = earlier_steps(code)
    back = Field("back", Kind.CHOICES, "step_back", choices=earlier, words="case_step", may_lack=True)
    return Part(
        f"steps.{code}",
        (f"case_step.{code}",),
        (
            Field("needs", Kind.CHOICES, "step_needs", choices=NEED_CODES, words="need", may_lack=True),
            Field("posts", Kind.POSTS, "step_posts", may_lack=True),
            Field("usual", Kind.POSTS, "step_usual", may_lack=True),
            *((back,) if earlier else ()),
            Field("skip", Kind.YES, "step_skip", may_lack=True, absent=False),
            Field("not_complained", Kind.YES, "step_not_complained", may_lack=True, absent=False),
            Field("another", Kind.YES, "step_another", may_lack=True, absent=False),
        ),
    )


STEPS: Shape = (
    Part(
        "",
        (),
        (
            Field("reopen_to", Kind.CHOICES, "reopen_to", choices=_OPEN, words="case_step", may_lack=True),
            Field("payment_posts", Kind.POSTS, "payment_posts", may_lack=True),
        ),
    ),
    *(_step(code) for code in STEP_CODES),
)

_SECOND = (*LEVELS, LEVELS[-1] + 1)


def _level(level: int) -> Part:
    return Part(
        f"levels.{level}",
        ("rule.part.levels", f"level.{level}"),
        (
            Field(
                "sanction", Kind.CHOICE, "level_sanction",
                choices=tuple(Sanction), words="sanction", single=True, may_lack=True,
            ),
            Field("responsible", Kind.MONEY, "level_responsible", high=MOST_FEN),
            Field("superior", Kind.MONEY, "level_superior", high=MOST_FEN),
        ),
    )  # fmt: skip


SEVERITY: Shape = (
    Part(
        "",
        (),
        (
            Field("second_from", Kind.CHOICE, "second_from", choices=_SECOND, words="rule.second_from"),
            Field("may_leave_out", Kind.WHOLE, "may_leave_out", high=2, unit="people", may_lack=True, absent=1),
            Field("no_level.lowest", Kind.MONEY, "lowest", high=MOST_FEN, may_lack=True, absent=20_000),
            Field("no_level.highest", Kind.MONEY, "highest", high=MOST_FEN, may_lack=True, absent=50_000),
        ),
    ),
    *(_level(level) for level in LEVELS),
    Rows(
        "criteria",
        "rule.part.criteria",
        (
            Field("level", Kind.CHOICE, "criterion_level", choices=LEVELS, words="level"),
            Field(
                "flags", Kind.CHOICES, "criterion_flags", choices=SEVERITY_FLAGS, words="severity_flag", may_lack=True
            ),
            Field("above", Kind.MONEY, "criterion_above", high=MOST_FEN, may_lack=True),
            Field("offers", Kind.CHOICE, "criterion_offers", choices=LEVELS, words="level", may_lack=True),
        ),
        (
            *("death", "above_50000", "compensation_reputation", "grave_accident", "above_20000", "loss_reputation"),
            *("loss", "no_loss"),
        ),
        "criterion",
    ),
)

_CLOCK = (
    Field("group", Kind.KEPT, "clock_group"),
    Field("kind", Kind.CHOICE, "clock_kind", choices=tuple(ClockKind), words="clock.kind"),
    Field("starts_on", Kind.CHOICE, "clock_starts_on", choices=_EVENTS, words="clock.event"),
    Field("stops_on", Kind.CHOICES, "clock_stops_on", choices=_EVENTS, words="clock.event"),
    Field("limit", Kind.WHOLE, "clock_limit", low=1, high=LONGEST, unit_of="unit"),
    Field("unit", Kind.CHOICE, "clock_unit", choices=tuple(Unit), words="clock.unit"),
    *(
        Field(
            f"per_region.{region}", Kind.WHOLE, "clock_limit_of", {"of": f"region.{region}"},
            low=1, high=LONGEST, unit_of="unit", may_lack=True,
        )
        for region in ("beijing", "other")
    ),
    *(
        Field(
            f"per_level.{level}", Kind.WHOLE, "clock_limit_of", {"of": f"clock.level.{level}"},
            low=1, high=LONGEST, unit_of="unit", may_lack=True,
        )
        for level in LEVELS
    ),
    Field("roll", Kind.YES, "clock_roll", may_lack=True, absent=False),
    Field("pausable", Kind.YES, "clock_pausable", may_lack=True, absent=False),
    Field("steps", Kind.CHOICES, "clock_steps", choices=STEP_CODES, words="case_step", may_lack=True),
    Field("reopening", Kind.CHOICE, "clock_reopening", choices=tuple(Reopening), words="clock.reopening"),
)  # fmt: skip

CLOCKS: Shape = (
    Rows(
        "clocks",
        "rule.part.clocks",
        _CLOCK,
        (
            *(
                "register",
                "investigation_target",
                "investigation_limit",
                "solution",
                "formalities",
                "filing",
                "closing",
            ),
            *("handling", "prevention", "money_arrival", "after_call", "request_answer"),
        ),
        "clock.name",
        ("closing", "request_answer"),
    ),
    Rows(
        "pauses",
        "rule.part.pauses",
        (
            Field("longest", Kind.WHOLE, "clock_longest", low=1, high=LONGEST, unit_of="unit"),
            Field("unit", Kind.CHOICE, "clock_unit", choices=tuple(Unit), words="clock.unit"),
        ),
        ("patient_unreachable", "patient_asked", "consultation", "appraisal"),
        "clock.pause",
    ),
    Part(
        "reminders",
        ("rule.part.reminders",),
        (
            Field("half", Kind.YES, "half"),
            Field("before", Kind.NUMBERS, "before", unit="minutes", may_lack=True),
            Field("after", Kind.NUMBERS, "after", unit="minutes", may_lack=True),
            Field("stale", Kind.WHOLE, "stale", low=1, high=LONGEST, unit="minutes"),
        ),
    ),
    Part(
        "counting",
        ("rule.part.terms",),
        (
            Field("week", Kind.CHOICES, "week", choices=(1, 2, 3, 4, 5, 6, 7), words="weekday"),
            Field("deemed_received", Kind.YES, "deemed_received"),
            Field("cut_off", Kind.TIME, "cut_off", high=MIDNIGHT),
            Field("due_at_close", Kind.YES, "due_at_close"),
        ),
    ),
)
