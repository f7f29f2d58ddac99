"""A member on paper: the appointment card, and a copy of everything held about her. Neither is kept: the archive would
hold one more copy of what she may ask to have erased; that they were made is told in the audit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.clock import Clock, local
from qualitydesk.basics.errors import refuse_if
from qualitydesk.basics.money import words as money_words
from qualitydesk.basics.phrases import knows, say
from qualitydesk.directory.service import Directory
from qualitydesk.members import printout
from qualitydesk.members.model.privacy import Section
from qualitydesk.members.rules import problems_in_reason
from qualitydesk.members.service.privacy import Privacy
from qualitydesk.members.service.profiles import Profiles
from qualitydesk.members.service.verbs import SUBJECT
from qualitydesk.members.store import privacy as rows
from qualitydesk.papers.service import Papers
from qualitydesk.storage import audit
from qualitydesk.storage.database import Database

CARD, COPY = "reception_card", "person_copy"
"""Kinds of paper and the forms they are printed by."""
Tier = Callable[[UUID, str], tuple[str, Sequence[str]]]
"""Of a member, in a language: what her tier is called, and what it brings at the reception."""
Part = Callable[[Sequence[UUID], str], Sequence[Section]]
"""Of the records of a person, in a language: what a feature holds about her."""


class MemberPapers:
    """The papers about members of one database."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        directory: Directory,
        profiles: Profiles,
        privacy: Privacy,
        papers: Papers,
    ) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory
        self._profiles = profiles
        self._privacy = privacy
        self._papers = papers
        self._tier: Tier | None = None
        self._parts: list[Part] = []

    def tell_tier(self, tier: Tier) -> None:
        """Have `tier(member, language)` say what stands on the card about her tier."""
        self._tier = tier

    def add_part(self, part: Part) -> None:
        """Have `part(records, language)` add what a feature above holds to the copy of everything."""
        self._parts.append(part)

    def card(
        self, customer_id: UUID, by: By, *, language: str = "zh", paper: str = "A5", hidden: bool = True
    ) -> Done[bytes]:
        """The 接待卡 as a PDF; `hidden`: the version that may lie at the desk, which names nobody.

        Refused: no_such_customer, customer_restricted, customer_erased.
        """
        file = self._profiles.file(customer_id)
        group, me = self._directory.group(), by.entered_by
        tier, privileges = self._tier(file.customer.id, language) if self._tier else ("", ())
        told = printout.CardPaper(
            file,
            group.name if group else "",
            tier,
            privileges,
            self._directory.today(),
            self._directory.employee(me).name if me else "",
            hidden,
        )
        values = printout.card_fields(told, language)
        house = file.customer.institution_id
        pdf = self._papers.previewed(CARD, values, language, paper=paper, house=house, mark=None)
        self._tell("print_card", file.customer.id, {"in_full": not hidden}, by)
        return Done(pdf)

    def copy_of_everything(self, customer_id: UUID, reason: str, by: By, *, language: str = "zh") -> Done[bytes]:
        """All that is held about this person, her merged records included: a zip with PDF, workbook and JSON.

        Refused: draft, no_such_customer, customer_restricted, customer_erased.
        """
        refuse_if(problems_in_reason(reason))
        with self._database.reading() as connection:
            file = self._profiles.file(customer_id)
            records = [file.customer.id, *(line.id for line in file.customer.merged)]
            requests = [one for record in records for one in self._privacy.requests(customer_id=record, limit=None)]
            bought = [_bought(row, language) for row in rows.purchases_of(connection, records)]
            sections = printout.own_sections(file, requests, bought, language)
            for part in self._parts:
                sections += [one for one in part(records, language) if one.rows]
            group = self._directory.group()
            made_at = local(self._clock.now(), self._directory.zone())
        values = printout.copy_fields(file, sections, language, group_name=group.name if group else "", made_at=made_at)
        house = file.customer.institution_id
        pdf = self._papers.previewed(COPY, values, language, house=house, mark=None)
        whole = printout.bundle(file.customer.number, pdf, sections, made_at)
        self._tell("export_person", file.customer.id, {"reason": reason.strip()}, by)
        return Done(whole)

    def _tell(self, verb: str, customer_id: UUID, after: dict[str, object], by: By) -> None:
        with self._database.transaction() as connection:
            audit.record(connection, by, self._clock.now(), verb, SUBJECT, customer_id, None, after)


def _bought(row: rows.Bought, language: str) -> tuple[str, ...]:
    kind = f"purchase_kind.{row.kind}"
    words = partial(say, language)
    return (
        row.day.isoformat(), row.number, row.institution, words(kind) if knows(language, kind) else row.kind,
        money_words(row.amount), row.note,
    )  # fmt: skip
