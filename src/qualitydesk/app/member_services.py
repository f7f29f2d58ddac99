"""The services of members, wired together; a part of `bootstrap.Services`, each made when first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from qualitydesk.basics.changes import By
    from qualitydesk.basics.clock import Clock
    from qualitydesk.complaints.service import Complaints, Wishes
    from qualitydesk.directory.service import Directory
    from qualitydesk.members.service import (
        Benefits,
        MemberPapers,
        MemberPoints,
        Members,
        Privacy,
        Profiles,
        PurchaseLists,
        Purchases,
    )
    from qualitydesk.members.service.care_lists import CareLists
    from qualitydesk.members.service.contacts import Contacts
    from qualitydesk.members.service.holds import Holds
    from qualitydesk.members.service.tiers import Tiers
    from qualitydesk.papers.service import Papers
    from qualitydesk.rulebook.service import Rulebook
    from qualitydesk.rulebook.service.calendar import Calendar
    from qualitydesk.storage.database import Database


class MemberServices:
    """What is asked about members. What it stands on is made by whoever inherits it."""

    if TYPE_CHECKING:
        database: Database
        clock: Clock
        directory: Directory
        rulebook: Rulebook

        @cached_property
        def calendar(self) -> Calendar: ...
        @cached_property
        def complaints(self) -> Complaints: ...
        @cached_property
        def wishes(self) -> Wishes: ...
        @cached_property
        def papers(self) -> Papers: ...

    @cached_property
    def members(self) -> Members:
        from qualitydesk.members.service import Members

        made = Members(self.database, self.clock, self.directory)
        made.when_joined(lambda kept, merged, by: self._count_anew([kept, merged], by))
        return made

    @cached_property
    def profiles(self) -> Profiles:
        from qualitydesk.members.service import Profiles

        return Profiles(self.database, self.clock, self.directory, self.members)

    @cached_property
    def privacy(self) -> Privacy:
        from qualitydesk.members.service import Privacy

        made = Privacy(self.database, self.clock, self.directory, self.members)
        made.ask_before_erasing(self._why_not_erased)
        return made

    def _why_not_erased(self, records: Sequence[UUID]) -> str | None:
        from qualitydesk.app.person_parts import why_not_erased

        return why_not_erased(self.complaints, records)

    @cached_property
    def member_papers(self) -> MemberPapers:
        from qualitydesk.app.person_parts import matters_of, tier_of
        from qualitydesk.members.service import MemberPapers

        made = MemberPapers(self.database, self.clock, self.directory, self.profiles, self.privacy, self.papers)
        made.add_part(lambda records, language: matters_of(self.complaints, self.wishes, records, language))
        made.tell_tier(lambda member, language: tier_of(self.tiers.line(member), language))
        return made

    @cached_property
    def tiers(self) -> Tiers:
        from qualitydesk.members.service.tiers import Tiers

        return Tiers(self.database, self.clock, self.directory, self.rulebook)

    @cached_property
    def purchases(self) -> Purchases:
        from qualitydesk.members.service import Purchases

        made = Purchases(self.database, self.clock, self.directory)
        made.tell_counted(self._count_anew)
        return made

    @cached_property
    def purchase_lists(self) -> PurchaseLists:
        from qualitydesk.members.service import PurchaseLists

        made = PurchaseLists(self.database, self.clock, self.directory)
        made.tell_counted(self._count_anew)
        return made

    def _count_anew(self, members: Iterable[UUID], by: By) -> None:
        """Other sums count for these: their tiers follow, in the same transaction where there is one."""
        self.tiers.after_postings(members, by)

    @cached_property
    def member_points(self) -> MemberPoints:
        from qualitydesk.members.service import MemberPoints

        def tier_of(customer_id: UUID) -> str | None:
            line = self.tiers.line(customer_id)
            return line.tier if line is not None else None

        return MemberPoints(self.database, self.clock, self.directory, self.rulebook, tier_of)

    @cached_property
    def benefits(self) -> Benefits:
        from qualitydesk.members.service import Benefits

        def tier_of(customer_id: UUID) -> str:
            """Who never bought anything stands on the ground."""
            line = self.tiers.line(customer_id)
            return line.tier if line is not None else self.tiers.rule().levels[0].code

        return Benefits(self.database, self.clock, self.directory, self.rulebook, tier_of)

    @cached_property
    def contacts(self) -> Contacts:
        from qualitydesk.members.service.contacts import Contacts

        return Contacts(self.database, self.clock, self.rulebook, self.calendar)

    @cached_property
    def care_lists(self) -> CareLists:
        from qualitydesk.members.service.care_lists import CareLists

        return CareLists(self.directory, self.contacts, self.papers)

    @cached_property
    def holds(self) -> Holds:
        from qualitydesk.members.service.holds import Holds

        return Holds(self.database, self.clock)
