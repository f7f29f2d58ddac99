"""A round's life: begun, walked answer by answer, finished, read again. One verb, one transaction."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from fractions import Fraction
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import local
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.inspections.model import (
    EarlierFinding,
    Round,
    RoundDraft,
    RoundResult,
    RoundState,
    Walk,
)
from qualitydesk.inspections.rules import results, sampling
from qualitydesk.inspections.rules.choosing import items_at
from qualitydesk.inspections.rules.correcting import holding
from qualitydesk.inspections.rules.digest import digest_of
from qualitydesk.inspections.rules.drafts import problems_in_round
from qualitydesk.inspections.rules.leading import Lead, problems_in_lead
from qualitydesk.inspections.service.answering import Seen
from qualitydesk.inspections.service.listing import Listing
from qualitydesk.inspections.store import corrections as correction_store
from qualitydesk.inspections.store import findings as finding_store
from qualitydesk.inspections.store import rounds as store
from qualitydesk.inspections.store import sums, tables
from qualitydesk.inspections.store.plans import sample_json
from qualitydesk.rulebook.model import LeadingRule, Rule
from qualitydesk.rulebook.rules import read_leading
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, update_row
from qualitydesk.storage.series import next_number

ROUND_SERIES = "XJ"


class Rounds(Listing):
    """The rounds of one database: lists (`listing`), who stands on them (`routing`, `drawing`), `answering`."""

    # Questions

    def round(self, round_id: UUID) -> Round:
        """A round's own facts; Refused when there is none."""
        with self._database.reading() as connection:
            return self._found(connection, round_id)

    def walk(self, round_id: UUID) -> Walk:
        """All a walking view needs: stops, their items by the round's own editions, the answers that hold."""
        with self._database.reading() as connection:
            found = self._found(connection, round_id)
            stops = store.stops_of(connection, round_id)
            answers = store.answers_of(connection, round_id)
            corrected = found.state is RoundState.FINISHED and correction_store.of_round(connection, round_id)
            packs = self._editions(found)
        items = {stop.id: items_at(packs, stop) for stop in stops}
        return Walk(found, tuple(stops), packs, items, holding(answers, corrected or (), found.finished_at))

    def earlier_findings(self, walk: Walk) -> dict[tuple[UUID, str], list[EarlierFinding]]:
        """The last three findings of each person and place of the round on each item, by (subject, item code)."""
        with self._database.reading() as connection:
            return finding_store.earlier(connection, _subjects(walk), walk.round.started_at)

    def result(self, round_id: UUID) -> RoundResult:
        """Score, verdict, people and findings; of an open round: as it stands now."""
        with self._database.reading() as connection:
            walk = self.walk(round_id)
            scored = results.result_of(walk, self.score_rule(walk.round), ())
            return self._completed(connection, scored)

    def _completed(self, connection: Connection, scored: RoundResult) -> RoundResult:
        """A scored round with its findings, how often each came before, and the round before it."""
        walk = scored.walk
        found = finding_store.of_round(connection, walk.round.id)
        history = finding_store.of_subjects(connection, _subjects(walk)) if found else []
        counted = results.counted(results.in_walk_order(walk, found), history)
        until = walk.round.finished_at or self._clock.now()
        last = store.last_finished(connection, walk.round.institution_id, walk.round.kind, until)
        number, share = last or ("", None)
        before = None if share is None else Fraction(share, 1_000_000)
        corrected = tuple(correction_store.of_round(connection, walk.round.id))
        return replace(scored, findings=counted, previous=before, previous_number=number, corrections=corrected)

    def leading(self, day: date | None = None) -> LeadingRule:
        """Who may lead which kind of round on a day (default today)."""
        return read_leading(self._rulebook.edition_on(Rule.LEADING, day or self._directory.today()).values)

    def problems_in_lead(self, draft: RoundDraft, day: date | None = None) -> list[Problem]:
        """What the rule of a day (default today) has against whoever leads."""
        if not draft.inspector_ids or draft.lead_reason.strip():
            return []
        day = day or self._directory.today()
        person = self._directory.person(draft.inspector_ids[0], day)
        if person is None:
            return [Problem("inspector_ids", "inspector_missing")]
        region = self._directory.institution(person.institution_id).region
        lead = Lead(person.name, person.post_code, person.post, person.institution_id, region)
        posts = {post.code: post.name for post in self._directory.posts()}
        return problems_in_lead(draft.kind, lead, draft.institution_id, self.leading(day), posts)

    # Verbs

    def open_round(self, draft: RoundDraft, by: By) -> Done[UUID]:
        """Begin a round: its number is taken, packs, people and places are fixed as of today.

        Refused("draft") beside the fields; also when somebody leads who is not meant to and no reason is given.
        """
        refuse_if(problems_in_round(draft))
        refuse_if(self.problems_in_lead(draft))
        refuse_if(problems_in_drawn(draft))
        assert draft.institution_id is not None
        chosen = self._standards.offered(draft.pack_codes)
        with self._database.transaction() as connection:
            now = self._clock.now()
            institution = self._directory.institution(draft.institution_id)
            profiles = self.profiles_for(draft.by_profile)
            stops = self._stops(route_of(draft), chosen, draft.institution_id, now, profiles)
            if not stops:
                raise Refused("nothing_to_inspect")
            year = local(now).year
            serial = next_number(connection, ROUND_SERIES, f"{institution.code}-{year}")
            number = f"{ROUND_SERIES}-{institution.code}-{year}-{serial:04d}"
            total = sum(len(items_at(chosen, stop)) for stop in stops)
            round_id = new_id()
            values = {
                "id": round_id,
                "number": number,
                "kind": draft.kind,
                "state": RoundState.OPEN,
                "institution_id": draft.institution_id,
                "started_at": now,
                "people": len(stops),
                "answered": 0,
                "total": total,
                "failed": 0,
                "share": -1,
                "visitor": "" if draft.inspector_ids else draft.visitor.strip(),
                "visitor_code": "" if draft.inspector_ids else draft.visitor_code.strip(),
                "lead_reason": draft.lead_reason.strip(),
                "score_edition": self._rulebook.edition_on(Rule.SCORE, local(now).date()).id,
                "sample": sample_json(draft.sample),
                "by_profile": draft.by_profile,
            }
            editions = [(pack.code, pack.edition) for pack in chosen]
            store.add_round(connection, values, draft.inspector_ids, editions, stops)
            after = {"number": number, "kind": draft.kind, "people": len(stops), "packs": editions}
            if draft.lead_reason.strip():
                after["lead_reason"] = draft.lead_reason.strip()
            if draft.by_profile:
                after["by_profile"] = True
            if draft.sample is not None:
                after["sample"] = {"seed": draft.sample.seed, "frame": draft.sample.frame_digest}
            audit.record(connection, by, now, "open_round", "round", round_id, None, after)
        return Done(round_id, frozenset({Change.ROUNDS}))

    def finish_round(
        self, round_id: UUID, by: By, seen: Seen = None, stops: Collection[UUID] | None = None
    ) -> Done[RoundResult]:
        """Close the round for ever: findings are written, the answers get one audit entry with their digest.

        Refused("stale") when the answers on disk are not those in `seen`, or others stand on the round than `stops`.
        """
        with self._database.transaction() as connection:
            walk = self.walk(round_id)
            if walk.round.state is not RoundState.OPEN:
                raise Refused("round_not_open", number=walk.round.number)
            if seen is not None and dict(seen) != dict(walk.answers):
                raise Refused("stale")
            if stops is not None and set(stops) != {stop.id for stop in walk.stops}:
                raise Refused("stale")  # somebody joined in another window and would be left unanswered unseen
            now = self._clock.now()
            rule = self.score_rule(walk.round)
            whole = results.result_of(walk, rule, ())
            if not whole.score.answered:
                raise Refused("round_unanswered", number=walk.round.number)
            rows = results.finding_rows(walk, rule, now)
            finding_store.add_findings(connection, [{"id": new_id(), **row} for row in rows])
            digest = digest_of(list(walk.answers.values()))
            share = whole.score.share
            with sums.follow(connection, round_id):
                update_row(
                    connection,
                    tables.rounds,
                    round_id,
                    walk.round.revision,
                    state=RoundState.FINISHED,
                    finished_at=now,
                    answered=whole.score.answered,
                    total=whole.score.total,
                    failed=whole.score.failed,
                    share=-1 if share is None else int(share * 1_000_000),  # cut: 89.99999 % has not passed
                    passed=whole.score.passed,
                    digest=digest,
                )
            after = {"answers": len(walk.answers), "digest": digest, "findings": len(rows)}
            audit.record(connection, by, now, "finish_round", "round", round_id, None, after)
            closed = replace(walk.round, state=RoundState.FINISHED, finished_at=now, revision=walk.round.revision + 1)
            done = self._completed(connection, replace(whole, walk=replace(walk, round=closed)))
        return Done(done, frozenset({Change.ROUNDS, Change.ANSWERS, Change.FINDINGS}))

    def abandon_round(self, round_id: UUID, reason: str, by: By) -> Done[None]:
        """Give up an open round with a reason; its number and answers stay, nothing is found by it."""
        if not reason.strip():
            raise Refused("reason_missing")
        with self._database.transaction() as connection:
            found = self._found(connection, round_id)
            if found.state is not RoundState.OPEN:
                raise Refused("round_not_open", number=found.number)
            now = self._clock.now()
            values = {"state": RoundState.ABANDONED, "finished_at": now, "reason": reason.strip()}
            update_row(connection, tables.rounds, round_id, found.revision, **values)
            audit.record(connection, by, now, "abandon_round", "round", round_id, None, {"reason": reason.strip()})
        return Done(None, frozenset({Change.ROUNDS}))


def route_of(draft: RoundDraft) -> list[UUID]:
    """People and places of a draft in the order they are to be walked."""
    chosen = dict.fromkeys(draft.employee_ids + draft.place_ids)
    wanted = dict.fromkeys(one for one in draft.order if one in chosen)
    return [*wanted, *(one for one in chosen if one not in wanted)]


def problems_in_drawn(draft: RoundDraft) -> list[Problem]:
    """A draw that was changed by hand, or does not come out again, is not kept as one."""
    if draft.sample is None:
        return []
    same = set(draft.sample.drawn) == set(draft.employee_ids)
    return [] if same and sampling.holds(draft.sample) else [Problem("employee_ids", "sample_changed")]


def _subjects(walk: Walk) -> list[UUID]:
    """The people and places of a round, by what their findings are counted by."""
    return [stop.subject_id for stop in walk.stops if stop.subject_id]
