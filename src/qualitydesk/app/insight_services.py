"""The services of insights, wired together; a part of `bootstrap.Services`, each made when first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qualitydesk.basics.clock import Clock
    from qualitydesk.directory.service import Directory
    from qualitydesk.directory.service.visitors import Visitors
    from qualitydesk.insights.service import QualityReports, Trends, Weeks
    from qualitydesk.inspections.service import Findings, Plans, Rounds, Standards
    from qualitydesk.measures.service import Measures
    from qualitydesk.members.service.tiers import Tiers
    from qualitydesk.papers.service import Papers
    from qualitydesk.penalties.service import Penalties
    from qualitydesk.storage.database import Database


class InsightServices:
    """What is asked about what changed. What it stands on is made by whoever inherits it."""

    if TYPE_CHECKING:
        database: Database
        clock: Clock
        directory: Directory

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
        def standards(self) -> Standards: ...
        @cached_property
        def tiers(self) -> Tiers: ...
        @cached_property
        def visitors(self) -> Visitors: ...

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
    def trends(self) -> Trends:
        from qualitydesk.insights.service import Trends

        return Trends(self.database, self.clock, self.directory, self.standards, self.tiers, self.visitors)

    @cached_property
    def quality_reports(self) -> QualityReports:
        from qualitydesk.insights.service import QualityReports

        return QualityReports(self.database, self.clock, self.directory, self.trends, self.papers)
