"""Rewards: proposed, approved by another, given with a certificate; the Service Star from its ranked list; bulletin."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock, local
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.basics.phrases import capital, say
from qualitydesk.directory.service import Directory
from qualitydesk.papers.service import Papers
from qualitydesk.penalties.model.rewards import (
    STAR,
    Reward,
    RewardDraft,
    RewardFilter,
    RewardOffer,
    RewardState,
    RewardVerb,
    StarList,
)
from qualitydesk.penalties.model.slip import SlipFilter, SlipLine
from qualitydesk.penalties.printout.notice import acts_of
from qualitydesk.penalties.printout.rewards import bulletin_fields, certificate_fields
from qualitydesk.penalties.printout.sheets import rewards_table
from qualitydesk.penalties.rules.points import month_after
from qualitydesk.penalties.rules.rewards import REWARD_STEPS, may_reward, problems_in_reward
from qualitydesk.penalties.service.slips import Penalties
from qualitydesk.penalties.service.stars import Stars
from qualitydesk.penalties.store import rewards as store
from qualitydesk.penalties.store.reward_tables import rewards
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.model.rewarding import RewardRule
from qualitydesk.rulebook.rules import read_rewards
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.sheets import write_table
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, Database, update_row
from qualitydesk.storage.series import next_number

REWARDS = frozenset({Change.REWARDS})
REWARD_SERIES = "JL"
CERTIFICATE, BULLETIN = "reward_certificate", "honour_bulletin"
"""Kinds of paper and their forms."""


class Rewards:
    """The rewards of one database."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        directory: Directory,
        rulebook: Rulebook,
        papers: Papers,
        penalties: Penalties,
        stars: Stars,
    ) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory
        self._rulebook = rulebook
        self._papers = papers
        self._penalties = penalties
        self._stars = stars

    # Questions

    def offer(self) -> RewardOffer:
        """What the dialogs are filled with, of today."""
        with self._database.reading():
            today = self._directory.today()
            rule = self._rule(today)
            names = {post.code: post.name for post in self._directory.posts()}
            people = self._directory.people(day=today)
            return RewardOffer(
                rule,
                tuple(people),
                tuple(one for one in people if one.post_code in rule.posts),
                tuple(names.get(code, code) for code in rule.posts),
                today,
            )

    def reward(self, reward_id: UUID) -> Reward:
        """One reward. Refused: no_such_reward."""
        with self._database.reading() as connection:
            return self._reward(connection, reward_id)

    def lines(
        self,
        wanted: RewardFilter = RewardFilter(),  # noqa: B008 - a frozen value
        *,
        after: tuple[datetime, UUID] | None = None,
        limit: int | None = 200,
    ) -> list[Reward]:
        """A page of rewards, newest first, from behind (proposed_at, id)."""
        with self._database.reading() as connection:
            return store.reward_lines(connection, wanted, after=after, limit=limit)

    def stars(self, month: date, institution_id: UUID | None = None) -> StarList:
        """The ranked list of a month with every number it stands on, and who is the star already."""
        with self._database.reading():
            chosen = [
                one
                for one in self.lines(RewardFilter(month=month, institution_id=institution_id), limit=None)
                if one.kind == STAR and one.state is not RewardState.WITHDRAWN
            ]
            return StarList(month, self._stars.ranked(month, institution_id), tuple(chosen))

    def export(self, path: Path, wanted: RewardFilter, language: str) -> int:
        """The filtered list as the file's ending says, .xlsx or .csv."""
        return write_table(path, rewards_table(self.lines(wanted, limit=None), language))

    # Verbs

    def propose(self, draft: RewardDraft, by: By) -> Done[Reward]:
        """A numbered proposal. Refused: draft, not_to_decide, reward_exists (the star of this month is chosen)."""
        today = self._directory.today()
        refuse_if(problems_in_reward(draft, self._rule(today), today))
        assert draft.employee_id is not None and draft.deed_on is not None and draft.amount is not None
        if by.decided_by is None or by.decided_by == draft.employee_id:
            code = "decider_missing" if by.decided_by is None else "reward_on_oneself"
            raise Refused("not_to_decide", problems=(Problem("decided_by", code),))
        with self._database.transaction() as connection:
            person = self._directory.person(draft.employee_id, draft.deed_on)
            if person is None:
                raise Refused("draft", problems=(Problem("employee_id", "reward_person_not_there"),))
            if draft.kind == STAR:
                self._one_star(draft.deed_on, person.institution_id)
            now = self._clock.now()
            code, year = self._directory.institution(person.institution_id).code, local(now).year
            number = f"{REWARD_SERIES}-{code}-{year}-{next_number(connection, REWARD_SERIES, f'{code}-{year}'):04d}"
            made = Reward(
                id=new_id(),
                number=number,
                state=RewardState.PROPOSED,
                employee_id=person.id,
                employee_number=person.number,
                employee=person.name,
                institution_id=person.institution_id,
                institution=person.institution,
                department=person.department,
                grade=draft.grade,
                kind=draft.kind,
                amount=draft.amount,
                extras=draft.extras,
                reason=draft.reason.strip(),
                deed_on=draft.deed_on,
                proposed_at=now,
                proposed_by=by.decided_by,
            )
            store.add_reward(connection, made)
            after = {"number": number, "kind": draft.kind, "amount": draft.amount, "employee": person.number}
            audit.record(connection, by, now, "propose_reward", "reward", made.id, None, after)
            made = self._reward(connection, made.id)
        return Done(made, REWARDS)

    def approve(self, reward_id: UUID, seen: int, decided_by: UUID | None, on: date | None, by: By) -> Done[None]:
        """Somebody else than who proposed decides, by a post the rule names. Refused: not_to_decide, draft, stale."""
        by = By(decided_by, by.entered_by)
        with self._database.transaction() as connection:
            found = self._reward(connection, reward_id)
            _allow(found, RewardVerb.APPROVE, by)
            if on is None or not found.deed_on <= on <= self._directory.today():
                values = {"first": found.deed_on.isoformat(), "last": self._directory.today().isoformat()}
                raise Refused("draft", problems=(Problem("on", "approval_day_outside", values),))
            rule, offer = self._rule(on), self._directory.people(day=on)
            if by.decided_by not in {one.id for one in offer if one.post_code in rule.posts}:
                values = {"posts": " / ".join(self.offer().posts), "day": on.isoformat()}
                raise Refused("not_to_decide", problems=(Problem("decided_by", "reward_not_to_approve", values),))
            self._move(connection, found, RewardVerb.APPROVE, seen, by, approved_by=by.decided_by, approved_on=on)
        return Done(None, REWARDS)

    def give(self, reward_id: UUID, seen: int, by: By, *, language: str = "zh") -> Done[UUID]:
        """Handed over today, with a certificate in the archive; money goes through the settlement. Gives the paper."""
        with self._database.reading() as connection:
            found = self._reward(connection, reward_id)
            _allow(found, RewardVerb.GIVE, by)
        today = self._directory.today()
        paper = self._papers.printed(
            kind=CERTIFICATE,
            form_name=CERTIFICATE,
            number=found.number,
            values=certificate_fields(found, group_name=self._group_name(), today=today, language=language),
            language=language,
            by=by,
            subject_id=found.id,
            house=found.institution_id,
        )
        with self._database.transaction() as connection:
            again = self._reward(connection, reward_id)
            _allow(again, RewardVerb.GIVE, by)
            self._move(connection, again, RewardVerb.GIVE, seen, by, given_on=today, paper_id=paper.id)
            self._papers.keep(paper, by)
        return Done(paper.id, REWARDS | {Change.PAPERS})

    def withdraw(self, reward_id: UUID, seen: int, reason: str, by: By) -> Done[None]:
        """Taken back with a reason; the number stays. What a locked month paid is taken back in the next one."""
        if not reason.strip():
            raise Refused("reason_missing")
        with self._database.transaction() as connection:
            found = self._reward(connection, reward_id)
            _allow(found, RewardVerb.WITHDRAW, by)
            self._move(connection, found, RewardVerb.WITHDRAW, seen, by, withdrawal_reason=reason.strip())
        return Done(None, REWARDS)

    # Papers

    def certificate(self, reward_id: UUID, language: str) -> bytes:
        """The certificate as handed over; before that a draft of it."""
        found = self.reward(reward_id)
        if found.paper_id is not None:
            return self._papers.original(found.paper_id)
        values = certificate_fields(
            found, group_name=self._group_name(), today=self._directory.today(), language=language
        )
        return self._papers.previewed(CERTIFICATE, values, language, house=found.institution_id)

    def preview_bulletin(self, month: date, by: By, language: str) -> bytes:
        """The month's bulletin as things stand; nothing is kept."""
        return self._papers.previewed(BULLETIN, self._bulletin(month, by, language), language)

    def issue_bulletin(self, month: date, by: By, *, language: str = "zh") -> Done[UUID]:
        """The month's bulletin into the archive. Refused: bulletin_empty."""
        values = self._bulletin(month, by, language)
        if not values["honours"] and not values["notices"]:
            raise Refused("bulletin_empty", month=values["month"])
        paper = self._papers.issue(
            by=by, kind=BULLETIN, form_name=BULLETIN, number=values["number"], values=values, language=language
        )
        return Done(paper.id, frozenset({Change.PAPERS}))

    def paper(self, paper_id: UUID) -> bytes:
        """An issued paper as it was issued."""
        return self._papers.original(paper_id)

    def _bulletin(self, month: date, by: By, language: str) -> dict[str, Any]:
        with self._database.reading():
            found = [
                one
                for one in self.lines(RewardFilter(month=month), limit=None)
                if one.state in (RewardState.APPROVED, RewardState.GIVEN)
            ]
            made_by = self._directory.employee(by.decided_by).name if by.decided_by else ""
            return bulletin_fields(
                month,
                reversed(found),
                [self._notice(line, language) for line in self._published(month)],
                number=f"TB-{month:%Y-%m}",
                group_name=self._group_name(),
                made_by=made_by,
                today=self._directory.today(),
                language=language,
            )

    def _published(self, month: date) -> list[SlipLine]:
        """Slips issued for acts of the month whose sanction is to be published, by number."""
        lines = self._penalties.lines(SlipFilter(), limit=100_000)
        mine = [one for one in lines if month <= one.act_day < month_after(month)]
        stands = [one for one in mine if one.issued_at is not None and one.state.value != "withdrawn"]
        return [
            one
            for one in sorted(stands, key=lambda line: line.number)
            if self._penalties.slip(one.id).slip.decision.published
        ]

    def _notice(self, line: SlipLine, language: str) -> Mapping[str, str]:
        view = self._penalties.slip(line.id)
        decision = view.slip.decision
        between = "；" if language == "zh" else "; "
        return {
            "name": decision.employee.name,
            "department": f"{view.institution} · {view.department}",
            "what": between.join(acts_of(view, language)),
            "sanction": capital(say(language, f"sanction.{decision.sanction}")),
            "number": line.number,
        }

    # Inside

    def _one_star(self, day: date, institution_id: UUID) -> None:
        chosen = self.stars(day.replace(day=1), institution_id).chosen
        if chosen:
            raise Refused("star_exists", number=chosen[0].number, name=chosen[0].employee)

    def _move(
        self, connection: Connection, found: Reward, verb: RewardVerb, seen: int, by: By, **values: object
    ) -> None:
        after = {"state": REWARD_STEPS[verb][1], **values}
        update_row(connection, rewards, found.id, seen, **after)
        before = {"state": found.state}
        audit.record(connection, by, self._clock.now(), f"{verb}_reward", "reward", found.id, before, after)

    def _reward(self, connection: Connection, reward_id: UUID) -> Reward:
        found = store.reward(connection, reward_id)
        if found is None:
            raise Refused("no_such_reward")
        return found

    def _rule(self, day: date) -> RewardRule:
        return read_rewards(self._rulebook.edition_on(Rule.REWARDS, day).values)

    def _group_name(self) -> str:
        group = self._directory.group()
        return group.name if group else ""


def _allow(found: Reward, verb: RewardVerb, by: By) -> None:
    problem = may_reward(
        found.state, verb, decided_by=by.decided_by, proposed_by=found.proposed_by, employee_id=found.employee_id
    )
    if problem is not None and problem.code == "reward_state":
        raise Refused(f"reward_is_{found.state}")
    if problem is not None:
        raise Refused("not_to_decide", problems=(problem,))
