"""What is asked of penalties about one employee's standing today. Nothing here writes."""

from __future__ import annotations

from uuid import UUID

from qualitydesk.penalties import store
from qualitydesk.penalties.model import SlipFilter, SlipState
from qualitydesk.penalties.model.outlook import Late, Outlook
from qualitydesk.penalties.rules.counting import window_start
from qualitydesk.penalties.rules.outlook import active, following, last_offence
from qualitydesk.penalties.service.on_acts import OnActs
from qualitydesk.rulebook.model import Gravity, Rule
from qualitydesk.rulebook.rules import ladder_edition

_ASKED_AGAIN = 20  # slips of the look-back that are decided once more, the newest
_GONE = frozenset({SlipState.DRAFT, SlipState.WITHDRAWN})


class OnPeople(OnActs):
    """Questions about a person."""

    def outlook(self, employee_id: UUID, language: str) -> Outlook:
        """What still counts against an employee today, when it lapses, what the next offence would lead to by today's
        rule and line, and which slips of the look-back would have been others on what is known now."""
        with self._database.reading() as connection:
            facts = self._hearing.supposed(employee_id, store.past_of(connection, employee_id), self._clock.now())
            today = facts.act_day
            edition = ladder_edition(self._rulebook.edition_on(Rule.LADDER, today))
            last = last_offence(facts.earlier, edition.ladder, facts.zone, today)
            packs = self._standards.all_packs()
            gravities = {item.code: Gravity(item.gravity) for pack in packs for item in pack.items}
            since = window_start(facts, edition.ladder)
            lines = store.lines(connection, SlipFilter(employee_id=employee_id), limit=_ASKED_AGAIN)
            again = [one for one in lines if one.act_day >= since and one.state not in _GONE]
            late = [(one, self.would_have_been(one.id)) for one in again]
            return Outlook(
                today=today,
                since=last or self._directory.employee(employee_id).hired_on,
                ever=last is not None,
                months=edition.ladder.counting.look_back_months,
                active=active(facts, edition.ladder),
                following=following(facts, edition, gravities, language),
                late=tuple(Late(one.id, one.number or "", line) for one, line in late if line is not None),
            )
