"""From a measure set to its effect proven: each verb one transaction, one entry of its timeline, one of the audit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.measures.model import (
    Checked,
    Closing,
    Effect,
    Measure,
    MeasureDraft,
    MeasureState,
    MeasureVerb,
    Origin,
    Recheck,
    Report,
)
from qualitydesk.measures.rules import (
    may,
    problems_in_checked,
    problems_in_closing,
    problems_in_measure,
    problems_in_postponing,
    problems_in_report,
)
from qualitydesk.measures.service.notices import Notices
from qualitydesk.measures.store import rows, tables
from qualitydesk.storage import audit
from qualitydesk.storage.database import insert_row, update_row
from qualitydesk.storage.series import next_number

MEASURES = frozenset({Change.MEASURES})
SERIES = "ZG"
LARGEST = 20 * 2**20  # bytes of one attachment
Dropped = Callable[[tuple[Origin, ...]], object]


class Measures(Notices):
    """The measures of one database: the verbs, over notices and questions."""

    _when_dropped: Dropped | None = None

    def tell_dropped(self, listener: Dropped) -> None:
        """Let whoever keeps count of its measures hear of one dropped, inside the same transaction."""
        self._when_dropped = listener

    def open_measure(self, draft: MeasureDraft, by: By) -> Done[UUID]:
        """Set a measure: it gets its number, its owner and its due date. Refused: draft, measure_not_to_follow."""
        today = self.today()
        refuse_if(problems_in_measure(draft, today))
        assert draft.institution_id is not None and draft.due_on is not None
        with self._database.transaction() as connection:
            now = self._clock.now()
            before = self._found(connection, draft.follows) if draft.follows else None
            if before is not None and before.line.state is not MeasureState.CLOSED:
                raise Refused("measure_not_to_follow", number=before.line.number)
            code = self._directory.institution(draft.institution_id).code
            serial = next_number(connection, SERIES, f"{code}-{today.year}")
            number = f"{SERIES}-{code}-{today.year}-{serial:04d}"
            values = {
                "number": number,
                "state": MeasureState.OPEN,
                "urgency": draft.urgency,
                "institution_id": draft.institution_id,
                "department_id": draft.department_id,
                "owner_id": draft.owner_id,
                "task": draft.task.strip(),
                "cause": draft.cause.strip(),
                "due_on": draft.due_on,
                "opened_on": today,
                "opened_by": by.decided_by,
                "follows": draft.follows,
            }
            measure_id = new_id()
            insert_row(connection, tables.measures, id=measure_id, opened_at=now, proof="", revision=1, **values)
            origins = draft.origins or (before.origins if before else ())
            rows.add_origins(connection, measure_id, origins)
            self._tell(connection, measure_id, MeasureVerb.OPEN, by, due_after=draft.due_on)
            after = {**values, "origins": [[origin.kind, origin.id] for origin in origins]}
            audit.record(connection, by, now, "open_measure", "measure", measure_id, None, after)
            if before is not None:
                self._tell(connection, before.line.id, MeasureVerb.FOLLOW_UP, by, words=number)
        return Done(measure_id, MEASURES)

    def report_done(self, measure_id: UUID, seen: int, report: Report, by: By) -> Done[None]:
        """The owner says it is done, with proof; it waits to be judged by somebody else."""

        def judge(found: Measure) -> Mapping[str, Any]:
            refuse_if(problems_in_report(report, found.line.opened_on, self.today()))
            return {"state": MeasureState.REPORTED, "done_on": report.done_on, "proof": report.proof.strip()}

        return self._step(measure_id, seen, MeasureVerb.REPORT, by, judge, words=report.proof)

    def close(self, measure_id: UUID, seen: int, closing: Closing, by: By) -> Done[None]:
        """Somebody else than the owner finds it done; a re-check and a look at its effect may be planned."""

        def judge(_found: Measure) -> Mapping[str, Any]:
            refuse_if(problems_in_closing(closing, self.today()))
            return {
                "state": MeasureState.CLOSED,
                "closed_on": self.today(),
                "closed_by": by.decided_by,
                "recheck_on": closing.recheck_on,
                "effect_on": closing.effect_on,
            }

        return self._step(measure_id, seen, MeasureVerb.CLOSE, by, judge, words=closing.words)

    def send_back(self, measure_id: UUID, seen: int, reason: str, by: By) -> Done[None]:
        """It is not done yet: back to the owner, with the reason."""
        _reasoned(reason)
        return self._step(
            measure_id, seen, MeasureVerb.SEND_BACK, by, lambda _found: {"state": MeasureState.OPEN}, words=reason
        )

    def postpone(self, measure_id: UUID, seen: int, due_on: date | None, reason: str, by: By) -> Done[None]:
        """A later due date with a reason; the earlier one stays in the timeline."""

        def judge(found: Measure) -> Mapping[str, Any]:
            refuse_if(problems_in_postponing(due_on, found.line.due_on, self.today(), reason))
            return {"due_on": due_on}

        return self._step(measure_id, seen, MeasureVerb.POSTPONE, by, judge, words=reason, due_after=due_on)

    def drop(self, measure_id: UUID, seen: int, reason: str, by: By) -> Done[None]:
        """It is not going to be done, with the reason; its number stays."""
        _reasoned(reason)

        def judge(found: Measure) -> Mapping[str, Any]:
            if self._when_dropped is not None:
                self._when_dropped(found.origins)
            return {"state": MeasureState.DROPPED}

        done = self._step(measure_id, seen, MeasureVerb.DROP, by, judge, words=reason)
        return Done(None, done.touched | {Change.FINDINGS})

    def record_recheck(self, measure_id: UUID, seen: int, checked: Checked, by: By) -> Done[None]:
        """What a later look showed; one that fails asks for a follow-up measure."""

        def judge(found: Measure) -> Mapping[str, Any]:
            if found.line.recheck is not None:
                raise Refused("measure_checked", number=found.line.number)
            refuse_if(problems_in_checked(checked, found.line.closed_on or found.line.opened_on, self.today()))
            return {
                "recheck": Recheck.PASSED if checked.good else Recheck.FAILED,
                "recheck_on": found.line.recheck_on or checked.on,
            }

        return self._step(measure_id, seen, MeasureVerb.RECHECK, by, judge, words=_told(checked))

    def record_effect(self, measure_id: UUID, seen: int, checked: Checked, by: By) -> Done[None]:
        """Whether it has worked; one that has not asks for a follow-up measure."""

        def judge(found: Measure) -> Mapping[str, Any]:
            if found.line.effect is not None:
                raise Refused("measure_checked", number=found.line.number)
            refuse_if(problems_in_checked(checked, found.line.closed_on or found.line.opened_on, self.today()))
            return {
                "effect": Effect.EFFECTIVE if checked.good else Effect.NOT_EFFECTIVE,
                "effect_on": found.line.effect_on or checked.on,
            }

        return self._step(measure_id, seen, MeasureVerb.EFFECT, by, judge, words=_told(checked))

    def add_note(self, measure_id: UUID, words: str, by: By) -> Done[None]:
        """A line for the timeline; changes nothing."""
        if not words.strip():
            raise Refused("words_missing")
        with self._database.transaction() as connection:
            self._found(connection, measure_id)
            self._tell(connection, measure_id, MeasureVerb.NOTE, by, words=words)
            after = {"words": words.strip()}
            audit.record(connection, by, self._clock.now(), "note_measure", "measure", measure_id, None, after)
        return Done(None, MEASURES)

    def attach(self, measure_id: UUID, path: Path, by: By) -> Done[UUID]:
        """Keep a file as proof. Refused: file_unreadable, file_too_big, measure_not_possible."""
        try:
            size = path.stat().st_size
            if size > LARGEST:
                raise Refused("file_too_big", name=path.name, most=LARGEST // 2**20)
            content = path.read_bytes()
        except OSError as error:
            raise Refused("file_unreadable", name=path.name) from error
        return self.attach_bytes(measure_id, path.name, content, by)

    def attach_bytes(self, measure_id: UUID, name: str, content: bytes, by: By) -> Done[UUID]:
        """Keep a file already read."""
        kept, file_id = self._files.put(content), new_id()
        with self._database.transaction() as connection:
            found = self._found(connection, measure_id)
            _allow(found, MeasureVerb.ATTACH, by)
            now = self._clock.now()
            values = {"name": name, "sha256": kept, "size": len(content)}
            row = {"id": file_id, "measure_id": measure_id, **values, "added_at": now, "added_by": by.decided_by}
            insert_row(connection, tables.measure_files, **row)
            self._tell(connection, measure_id, MeasureVerb.ATTACH, by, words=name)
            audit.record(connection, by, now, "attach_to_measure", "measure", measure_id, None, values)
        return Done(file_id, MEASURES)

    def _step(
        self,
        measure_id: UUID,
        seen: int,
        verb: MeasureVerb,
        by: By,
        judge: Callable[[Measure], Mapping[str, Any]],
        *,
        words: str = "",
        due_after: date | None = None,
    ) -> Done[None]:
        """One step: allowed, judged, written, told, audited."""
        with self._database.transaction() as connection:
            found = self._found(connection, measure_id)
            _allow(found, verb, by)
            values = judge(found)
            update_row(connection, tables.measures, measure_id, seen, **values)
            held = found.line.due_on if due_after else None
            self._tell(connection, measure_id, verb, by, words=words, due_before=held, due_after=due_after)
            before = {"state": found.line.state, **({"due_on": held} if held else {})}
            after = {**values, "words": words.strip()}
            audit.record(connection, by, self._clock.now(), f"measure_{verb}", "measure", measure_id, before, after)
        return Done(None, MEASURES)


def _allow(found: Measure, verb: MeasureVerb, by: By) -> None:
    """Refuse a step the state or the separation of duties forbids, in words."""
    problem = may(found.line.state, verb, by.decided_by, found.line.owner_id)
    if problem is None:
        return
    if problem.code == "measure_state":
        raise Refused(f"measure_is_{found.line.state}", number=found.line.number)
    raise Refused("not_to_decide", problems=(problem,))


def _reasoned(reason: str) -> None:
    if not reason.strip():
        raise Refused("draft", problems=(Problem("words", "reason_missing"),))


def _told(checked: Checked) -> str:
    """What a check showed, with its day and the round it was seen on."""
    return " · ".join(
        part
        for part in (checked.on.isoformat() if checked.on else "", checked.round_number, checked.words.strip())
        if part
    )
