"""When a clock ran: started, at rest while the case stood elsewhere, stopped; from the course of the case alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from qualitydesk.complaints.model.clocks import ENDED, ClockRule, Event, Reopening


@dataclass
class Run:
    """One run of a clock. `rests`: when it stood still because the case stood elsewhere; an open one ends with None."""

    number: int
    started_at: datetime
    started_on: str
    rests: list[tuple[datetime, datetime | None, bool]] = field(default_factory=list)  # from, to, after a stop
    stopped_at: datetime | None = None
    dropped: bool = False
    done: set[str] = field(default_factory=set)

    @property
    def is_resting(self) -> bool:
        return bool(self.rests) and self.rests[-1][1] is None

    def rest(self, at: datetime, stopped: bool) -> None:
        """Stand still from `at`."""
        self.rests.append((at, None, stopped))

    def go_on(self, at: datetime) -> None:
        """Run again from `at`; the step's own ends are to be reached once more."""
        since, _, stopped = self.rests.pop()
        if at > since:
            self.rests.append((since, at, stopped))
        self.stopped_at = None
        self.done = {code for code in self.done if not code.startswith("left.")}


def runs_of(rule: ClockRule, events: Iterable[Event], reopenings: Iterable[datetime]) -> list[Run]:
    """Every run of a clock, the last one perhaps still running."""
    pending = sorted(reopenings) if rule.reopening is Reopening.ANEW else []
    members = {f"entered.{step}" for step in rule.steps}
    runs: list[Run] = []
    fresh = False  # reopened: the next entry of one of its steps begins it anew
    for event in sorted(events, key=lambda one: one.at):
        while pending and event.at >= pending[0] and event.code.startswith("entered."):
            _drop(runs, pending.pop(0))
            fresh = True
        run = runs[-1] if runs else None
        if run is None or (run.stopped_at is not None and (fresh or not members)):
            if event.code == rule.starts_on or (fresh and event.code in members):
                runs.append(Run(len(runs) + 1, event.at, event.code))
                fresh = False
            continue
        if not run.dropped:
            _follow(rule, run, event, members)
    for at in pending:
        _drop(runs, at)
    return runs


def _follow(rule: ClockRule, run: Run, event: Event, members: set[str]) -> None:
    if event.code == ENDED:
        if run.stopped_at is None:
            run.stopped_at, run.dropped = event.at, True
    elif event.code in members:
        if run.is_resting:
            run.go_on(event.at)
    elif event.code in rule.stops_on:
        run.done.add(event.code)
        if run.stopped_at is None and run.done.issuperset(rule.stops_on):
            if run.is_resting:
                run.go_on(event.at)
            run.stopped_at = event.at
            run.rest(event.at, stopped=True)
    elif event.code.startswith("entered.") and members and not run.is_resting and _gone_back(run):
        run.rest(event.at, stopped=False)


def _gone_back(run: Run) -> bool:
    """Whether the case stands elsewhere without having left the clock's steps forwards."""
    return not any(code.startswith("left.") for code in run.done)


def _drop(runs: list[Run], at: datetime) -> None:
    """A reopening begins steps' clocks anew; one that still ran is let go."""
    if runs and runs[-1].stopped_at is None:
        runs[-1].stopped_at, runs[-1].dropped = at, True
