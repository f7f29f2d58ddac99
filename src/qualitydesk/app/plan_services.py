"""The services of the inspection plan and of calibrations, wired together; a part of `bootstrap.Services`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qualitydesk.basics.clock import Clock
    from qualitydesk.directory.service import Directory
    from qualitydesk.insights.service import CalibrationResults
    from qualitydesk.inspections.model.calendar import PlanCount
    from qualitydesk.inspections.service import (
        Calibrations,
        PlanCalendar,
        Plans,
        Rounds,
        Standards,
        Suggestions,
    )
    from qualitydesk.measures.service import Measures
    from qualitydesk.papers.service import Papers
    from qualitydesk.rulebook.service import Rulebook
    from qualitydesk.rulebook.service.calendar import Calendar
    from qualitydesk.storage.database import Database


class PlanServices:
    """What is asked about the plan. What it stands on is made by whoever inherits it."""

    if TYPE_CHECKING:
        database: Database
        clock: Clock
        directory: Directory
        rulebook: Rulebook

        @cached_property
        def calendar(self) -> Calendar: ...
        @cached_property
        def plans(self) -> Plans: ...
        @cached_property
        def rounds(self) -> Rounds: ...
        @cached_property
        def standards(self) -> Standards: ...
        @cached_property
        def measures(self) -> Measures: ...
        @cached_property
        def papers(self) -> Papers: ...

    def owed(self) -> PlanCount:
        """What the plan owes, for the first page; made when it asks."""
        return self.plan_calendar.count()

    @cached_property
    def plan_calendar(self) -> PlanCalendar:
        from qualitydesk.inspections.service import PlanCalendar

        return PlanCalendar(self.database, self.clock, self.directory, self.rulebook, self.calendar, self.plans)

    @cached_property
    def suggestions(self) -> Suggestions:
        from qualitydesk.inspections.service import Suggestions

        parts = (self.directory, self.standards, self.rounds, self.plan_calendar, self.measures)
        return Suggestions(self.database, self.clock, *parts)

    @cached_property
    def calibrations(self) -> Calibrations:
        from qualitydesk.inspections.service import Calibrations

        return Calibrations(self.database, self.clock, self.directory, self.standards)

    @cached_property
    def calibration_results(self) -> CalibrationResults:
        from qualitydesk.insights.service import CalibrationResults

        return CalibrationResults(self.database, self.directory, self.calibrations, self.papers)
