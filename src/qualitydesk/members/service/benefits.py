"""Members' yearly benefits: granted by tier, used one by one; a verb is one transaction and one entry of the audit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.directory.service import Directory
from qualitydesk.members.model.benefits import BenefitGrant, BenefitOffer
from qualitydesk.members.rules import problems_in_reason
from qualitydesk.members.store import customer, same_person
from qualitydesk.members.store import points as store
from qualitydesk.members.store.point_tables import benefit_grants, benefit_uses
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.model.membership import BenefitRule
from qualitydesk.rulebook.model.tiers import TIER_CODES
from qualitydesk.rulebook.rules import read_benefits
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, Database, change_row, delete_row, insert_row

BENEFITS = frozenset({Change.BENEFITS})


class Benefits:
    """Benefits of one database."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        directory: Directory,
        rulebook: Rulebook,
        tier_of: Callable[[UUID], str | None] = lambda _customer: None,
    ) -> None:
        """`tier_of` gives the tier a member holds, None where nobody has judged it: then none wants a reason."""
        self._tier_of = tier_of
        self._database = database
        self._clock = clock
        self._directory = directory
        self._rulebook = rulebook

    def of_year(self, customer_id: UUID, year: int | None = None) -> list[BenefitGrant]:
        """What a calendar year (this one) grants a member, those of merged records among them."""
        with self._database.reading() as connection:
            wanted = year if year is not None else self._directory.today().year
            return store.grants(connection, same_person(connection, customer_id), wanted)

    def offer(self, customer_id: UUID) -> BenefitOffer:
        """The tier a member holds, and every tier with yearly benefits as the rule of today names them."""
        known = self._rule(self._directory.today()).tiers
        order = sorted(known, key=lambda code: TIER_CODES.index(code) if code in TIER_CODES else len(TIER_CODES))
        given = {tier: _counted(known[tier]) for tier in order}
        return BenefitOffer(self._tier_of(customer_id), {tier: times for tier, times in given.items() if times})

    def grant_year(
        self, customer_id: UUID, tier: str, by: By, year: int | None = None, *, reason: str = ""
    ) -> Done[int]:
        """What a tier has in a calendar year (this one). A higher tier tops up what there is; nothing is taken away.

        Gives how many benefits are new or more. A tier the member does not hold wants a reason. Refused: draft,
        no_such_customer, tier_without_benefits.
        """
        with self._database.transaction() as connection:
            found = customer(connection, customer_id)
            if found is None:
                raise Refused("no_such_customer")
            kept = found.merged_into.id if found.merged_into is not None else customer_id
            today = self._directory.today()
            wanted = year if year is not None else today.year
            benefits = _counted(self._rule(today).tiers.get(tier, {}))
            if not benefits:
                raise Refused("tier_without_benefits")
            refuse_if(problems_in_reason(reason) if self._tier_of(kept) not in (None, tier) else [])
            known = {one.benefit: one for one in store.grants(connection, [kept], wanted)}
            changed = {one: times for one, times in benefits.items() if one not in known or known[one].times < times}
            for benefit, times in changed.items():
                before = known.get(benefit)
                if before is None:
                    insert_row(
                        connection, benefit_grants, id=new_id(), customer_id=kept, year=wanted, benefit=benefit,
                        tier=tier, times=times,
                    )  # fmt: skip
                else:
                    change_row(connection, benefit_grants, before.id, tier=tier, times=times)
            if changed:
                why = {"reason": reason.strip()} if reason.strip() else {}
                after = {"tier": tier, "year": wanted, **changed, **why}
                audit.record(connection, by, self._clock.now(), "grant_benefits", "customer", kept, None, after)
        return Done(len(changed), BENEFITS)

    def take_back(self, grant_ids: Sequence[UUID], reason: str, by: By) -> Done[int]:
        """Granted by mistake: what of these was not used goes, what was used stays as it was. Gives how many changed.

        Refused: draft, no_such_grant, benefit_used_up (nothing of them is left).
        """
        refuse_if(problems_in_reason(reason))
        with self._database.transaction() as connection:
            found = [self._grant(connection, one) for one in dict.fromkeys(grant_ids)]
            going = [(customer_id, one) for customer_id, one in found if one.left > 0]
            if not going:
                raise Refused("benefit_used_up")
            for customer_id, one in going:
                if one.uses:
                    change_row(connection, benefit_grants, one.id, times=len(one.uses))
                else:
                    delete_row(connection, benefit_grants, one.id)
                before = {"tier": one.tier, "year": one.year, "benefit": one.benefit, "times": one.times}
                after = {"times": len(one.uses), "reason": reason.strip()}
                audit.record(
                    connection, by, self._clock.now(), "take_back_benefit", "customer", customer_id, before, after
                )
        return Done(len(going), BENEFITS)

    def use(self, grant_id: UUID, day: date, note: str, by: By) -> Done[UUID]:
        """Used once. Refused: draft, no_such_grant, benefit_used_up."""
        with self._database.transaction() as connection:
            customer_id, grant = self._grant(connection, grant_id)
            refuse_if(self._problems_in_day(grant, day))
            if grant.left <= 0:
                raise Refused("benefit_used_up")
            use_id = new_id()
            insert_row(
                connection, benefit_uses, id=use_id, grant_id=grant_id, day=day, note=note.strip(),
                recorded_at=self._clock.now(), entered_by=by.entered_by,
            )  # fmt: skip
            after = {"benefit": grant.benefit, "day": day, "note": note.strip()}
            audit.record(connection, by, self._clock.now(), "use_benefit", "customer", customer_id, None, after)
        return Done(use_id, BENEFITS)

    def undo_use(self, use_id: UUID, reason: str, by: By) -> Done[None]:
        """It was not used after all. Refused: draft, no_such_grant."""
        refuse_if(problems_in_reason(reason))
        with self._database.transaction() as connection:
            row = store.grant_of_use(connection, use_id)
            if row is None:
                raise Refused("no_such_grant")
            delete_row(connection, benefit_uses, use_id)
            before, after = {"benefit": row.benefit, "day": row.day}, {"reason": reason.strip()}
            now = self._clock.now()
            audit.record(connection, by, now, "undo_benefit_use", "customer", row.customer_id, before, after)
        return Done(None, BENEFITS)

    def _problems_in_day(self, grant: BenefitGrant, day: date) -> list[Problem]:
        if day > self._directory.today():
            return [Problem("day", "day_in_future")]
        return [Problem("day", "benefit_other_year", {"year": grant.year})] if day.year != grant.year else []

    def _grant(self, connection: Connection, grant_id: UUID) -> tuple[UUID, BenefitGrant]:
        found = store.grant(connection, grant_id)
        if found is None:
            raise Refused("no_such_grant")
        return found

    def _rule(self, day: date) -> BenefitRule:
        return read_benefits(self._rulebook.edition_on(Rule.BENEFITS, day).values)


def _counted(times: Mapping[str, int]) -> dict[str, int]:
    """Those that may be had at all."""
    return {benefit: count for benefit, count in times.items() if count}
