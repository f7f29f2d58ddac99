"""The services that read from everybody, wired together; a part of `bootstrap.Services`, each made when first asked."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qualitydesk.basics.clock import Clock
    from qualitydesk.complaints.service import Complaints, Resting
    from qualitydesk.directory.service import Directory
    from qualitydesk.directory.service.visitors import Visitors
    from qualitydesk.insights.service import QualityReports, Trends, Weeks
    from qualitydesk.inspections.service import Findings, Plans, Rounds, Standards
    from qualitydesk.measures.service import Measures
    from qualitydesk.members.service import Members
    from qualitydesk.members.service.contacts import Contacts
    from qualitydesk.members.service.tiers import Tiers
    from qualitydesk.papers.service import Papers
    from qualitydesk.penalties.service import Penalties
    from qualitydesk.rulebook.service import Rulebook
    from qualitydesk.rulebook.service.calendar import Calendar
    from qualitydesk.storage.database import Database
    from qualitydesk.today.service import DayPapers, Finder, Tiles, Today


class ReadingServices:
    """What is asked over several parts. What it stands on is made by whoever inherits it."""

    if TYPE_CHECKING:
        database: Database
        clock: Clock
        directory: Directory
        rulebook: Rulebook
        today: Today

        @cached_property
        def calendar(self) -> Calendar: ...
        @cached_property
        def standards(self) -> Standards: ...
        @cached_property
        def rounds(self) -> Rounds: ...
        @cached_property
        def findings(self) -> Findings: ...
        @cached_property
        def plans(self) -> Plans: ...
        @cached_property
        def measures(self) -> Measures: ...
        @cached_property
        def penalties(self) -> Penalties: ...
        @cached_property
        def papers(self) -> Papers: ...
        @cached_property
        def complaints(self) -> Complaints: ...
        @cached_property
        def members(self) -> Members: ...
        @cached_property
        def tiers(self) -> Tiers: ...
        @cached_property
        def contacts(self) -> Contacts: ...

    @cached_property
    def weeks(self) -> Weeks:
        from qualitydesk.insights.service import Weeks

        return Weeks(
            self.database,
            self.clock,
            self.directory,
            self.rounds,
            self.findings,
            self.plans,
            self.measures,
            self.penalties,
            self.papers,
        )

    @cached_property
    def visitors(self) -> Visitors:
        from qualitydesk.directory.service.visitors import Visitors

        return Visitors(self.database, self.clock)

    @cached_property
    def trends(self) -> Trends:
        from qualitydesk.insights.service import Trends

        return Trends(self.database, self.clock, self.directory, self.standards, self.tiers, self.visitors)

    @cached_property
    def quality_reports(self) -> QualityReports:
        from qualitydesk.insights.service import QualityReports

        return QualityReports(self.database, self.clock, self.directory, self.trends, self.papers)

    @cached_property
    def resting(self) -> Resting:
        from qualitydesk.complaints.service import Resting

        return Resting(self.database, self.clock, self.directory, self.rulebook, self.calendar)

    @cached_property
    def tiles(self) -> Tiles:
        from qualitydesk.today.service import Tiles

        return Tiles(self.database, self.clock, self.directory, self.trends, self.contacts.waiting)

    @cached_property
    def day_papers(self) -> DayPapers:
        from qualitydesk.today.service import DayPapers

        return DayPapers(self.database, self.directory, self.today, self.contacts.waiting, self.papers)

    @cached_property
    def finder(self) -> Finder:
        from qualitydesk.today.service import Finder

        return Finder(self.database, self.standards, self.members, self.complaints)
