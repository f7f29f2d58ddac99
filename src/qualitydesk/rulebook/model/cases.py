"""The steps of a complaint and its severity, as the rulebook keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

STEP_CODES = (
    "received",
    "accepted",
    "investigated",
    "classified",
    "drafted",
    "approved",
    "negotiated",
    "formalities",
    "closed",
    "handled",
    "prevented",
)
"""The steps in their order; these are the codes of `complaints`, which stands above."""

NEED_CODES = (
    "narrative",
    "subjects",
    "handler",
    "contact",
    "investigation",
    "responsibility",
    "level",
    "second",
    "solution",
    "approval",
    "negotiation",
    "money",
    "flag",
    "summary",
    "outcomes",
    "handling",
    "measure",
)
"""What may be asked for before a step is left; codes of `complaints`, too."""

SEVERITY_FLAGS = ("loss", "reputation", "compensation", "grave_accident", "death")
"""What a severity criterion may ask besides the amount."""

LEVELS = (1, 2, 3, 4, 5)


@dataclass(frozen=True)
class StepRule:
    """One step: what is required to leave it, who may, where it may go back to, whether it may be skipped.

    `posts`: only their holders complete it, () = anybody; `usual`: who it is meant for, told, not enforced;
    `not_complained`: nobody complained of in the case; `another`: not whoever did the step before it.
    """

    code: str
    needs: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    usual: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    skip: bool = False
    not_complained: bool = False
    another: bool = False


@dataclass(frozen=True)
class StepsRule:
    """All eleven steps, and to which of them a closed case may be reopened."""

    steps: Mapping[str, StepRule]
    reopen_to: tuple[str, ...]
    payment_posts: tuple[str, ...]


@dataclass(frozen=True)
class Criterion:
    """One row of the severity table: it is met when all of `flags` hold, and the amount lies above
    `above` fen (None: whatever it is). `offers`: a higher level offered beside it."""

    code: str
    level: int
    flags: tuple[str, ...] = ()
    above: int | None = None
    offers: int | None = None


@dataclass(frozen=True)
class LevelRule:
    """What a level means for people: the sanction's code, fines in fen for each responsible and for the superior."""

    level: int
    sanction: str
    responsible: int
    superior: int


@dataclass(frozen=True)
class SeverityRule:
    """The decision table, in the order written: of the criteria met the highest level wins, of equals the first.
    `second_from`: from this level on a second person confirms. `may_leave_out`: how many superiors may be left out of
    the penalties with a reason; `no_level`: (low, high) in fen of a responsible person in a case without a level."""

    criteria: tuple[Criterion, ...]
    levels: Mapping[int, LevelRule]
    second_from: int
    may_leave_out: int = 1
    no_level: tuple[int, int] = (20_000, 50_000)
