"""Acknowledgements of rules: who has signed which edition, sheets to sign, signatures recorded by the many."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.directory.model import Person
from qualitydesk.directory.service import Directory
from qualitydesk.papers.model import Paper
from qualitydesk.papers.service import Papers
from qualitydesk.penalties.model.acknowledgement import (
    SHEET_LETTERS,
    SIGNED,
    Acknowledgement,
    EditionSheet,
    EditionSigned,
    PersonEdition,
    SheetLine,
    SignDraft,
    Signer,
    Stage,
)
from qualitydesk.penalties.printout.acknowledgement import sheet_fields, signature_tables
from qualitydesk.penalties.rules.acknowledgement import meant_by, problems_in_signing, stages_of
from qualitydesk.penalties.service.unsigned import Signatures
from qualitydesk.penalties.store import acknowledgements as store
from qualitydesk.rulebook.model import Edition, Rule
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.sheets import write_book, write_table
from qualitydesk.storage import audit
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import Files

SHEET = "rule_sheet"
"""The kind of paper and its form."""
LARGEST = 20 * 2**20  # bytes of one scan
_TOUCHED = frozenset({Change.SIGNATURES})
Attachments = Sequence[tuple[str, bytes]]


class Acknowledgements:
    """The acknowledgements of one database."""

    def __init__(
        self,
        database: Database,
        files: Files,
        clock: Clock,
        directory: Directory,
        rulebook: Rulebook,
        papers: Papers,
    ) -> None:
        self._database = database
        self._files = files
        self._clock = clock
        self._directory = directory
        self._rulebook = rulebook
        self._papers = papers

    # Questions

    def editions(self) -> list[EditionSigned]:
        """Every edition that is signed: coming ones first, then those in force, then the past ones; newest first."""
        with self._database.reading() as connection:
            found = list(Signatures(connection, self._directory, self._rulebook).states())
        stages, rules = list(Stage), [rule.value for rule in SIGNED]
        return sorted(
            found, key=lambda one: (stages.index(one.stage), rules.index(one.edition.rule), -one.edition.number)
        )

    def sheet(self, edition_id: UUID) -> EditionSheet:
        """Who must sign an edition and who has, by institution, department and number. Refused: no_such_edition."""
        with self._database.reading() as connection:
            counted = Signatures(connection, self._directory, self._rulebook)
            state = next((one for one in counted.states() if one.edition.id == edition_id), None)
            if state is None:
                raise Refused("no_such_edition")
            signed = store.of_edition(connection, edition_id)
            must = meant_by(state.edition, counted.staff(state.day))
            meant = {one.id for one in must}
            gone = [self._as_known(who) for who in signed if who not in meant]
            rows = [_signer(one, signed.get(one.id), one.id in meant) for one in (*must, *gone)]
            rows.sort(key=lambda one: (one.institution, one.department, one.number))
            sheets = tuple(
                SheetLine(one.id, one.number, one.issued_at, one.pages, one.check)
                for one in self._papers.of_subject(edition_id)
                if one.kind == SHEET
            )
            return EditionSheet(state, tuple(rows), sheets, counted.today)

    def of_person(self, employee_id: UUID) -> list[PersonEdition]:
        """The editions an employee has signed or must still sign, those in force and coming first."""
        with self._database.reading() as connection:
            counted = Signatures(connection, self._directory, self._rulebook)
            signed = store.of_person(connection, employee_id)
            found = []
            for rule in SIGNED:
                for edition, stage, day in stages_of(self._rulebook.editions(rule), counted.today):
                    person = self._directory.person(employee_id, day)
                    here = person is not None and (person.left_on is None or person.left_on > counted.today)
                    must = stage is not Stage.PAST and here and bool(meant_by(edition, [person] if person else []))
                    if must or edition.id in signed:
                        found.append(_person_edition(edition, stage, must, signed.get(edition.id)))
        rank = list(Stage)
        return sorted(found, key=lambda one: (rank.index(one.stage), -one.effective_from.toordinal()))

    def witnesses(self) -> list[Person]:
        """Who may have been there: everybody employed today."""
        return self._directory.people()

    def file(self, file_id: UUID) -> tuple[str, bytes]:
        """Name and content of a scan. Refused: no_such_file, file_missing."""
        with self._database.reading() as connection:
            found = store.file(connection, file_id)
        if found is None:
            raise Refused("no_such_file")
        return found[0], self._files.get(found[1])

    def export(self, path: Path, edition_id: UUID, institution_id: UUID | None, language: str) -> int:
        """Who has signed an edition and who has not; a workbook has every edition's count, too. Gives the rows."""
        tables = signature_tables(self.sheet(edition_id), institution_id, self.editions(), language)
        if path.suffix.casefold() == ".csv":
            return write_table(path, tables[0])
        return write_book(path, tables)

    def preview(self, edition_id: UUID, institution_id: UUID, language: str) -> bytes:
        """The sheet of an institution as it would be printed now, marked as a draft. Refused: nobody_to_sign."""
        fields = self._fields(self.sheet(edition_id), institution_id, "", language)
        return self._papers.previewed(SHEET, fields, language, house=institution_id)

    def originals(self, paper_ids: Sequence[UUID]) -> bytes:
        """Sheets as they were issued, in one file."""
        return self._papers.originals(paper_ids)

    def reprint(self, paper_id: UUID) -> bytes:
        """A sheet again as it was issued, marked as a copy."""
        return self._papers.reprint(paper_id)

    # Verbs

    def sign(self, draft: SignDraft, by: By, *, files: Attachments = ()) -> Done[int]:
        """Record that these employees have signed an edition, all on one day; gives how many.

        Refused: draft, no_such_edition, file_too_big, disk_full.
        """
        kept = self._keep(files)
        now, entry_id = self._clock.now(), new_id()
        with self._database.transaction() as connection:
            edition = self._edition(draft.edition_id)
            signed = store.signers(connection, edition.id)
            today = self._directory.today()
            refuse_if(problems_in_signing(draft, today=today, signed=signed, recorder=by.decided_by))
            store.add(connection, draft, entry_id, now, by.decided_by)
            for name, sha256, size in kept:
                store.add_file(connection, entry_id, name, sha256, size, now, by.decided_by)
            after = {
                "rule": edition.rule,
                "number": edition.number,
                "signed_on": draft.signed_on,
                "way": draft.way,
                "witness_id": draft.witness_id,
                "employees": [str(one) for one in draft.employee_ids],
                "files": [{"name": name, "sha256": sha256} for name, sha256, _size in kept],
            }
            audit.record(connection, by, now, "record_acknowledgements", "rule", edition.id, None, after)
        return Done(len(draft.employee_ids), _TOUCHED)

    def withdraw(self, acknowledgement_ids: Sequence[UUID], reason: str, by: By) -> Done[None]:
        """Signatures recorded by mistake no longer stand; their rows stay with the reason. Refused: reason_missing."""
        if not reason.strip():
            raise Refused("reason_missing")
        now = self._clock.now()
        with self._database.transaction() as connection:
            for one_id in acknowledgement_ids:
                found = store.one(connection, one_id)
                if found is None:
                    raise Refused("stale")
                store.withdraw(connection, one_id, found.revision, now, by.decided_by, reason.strip())
                before = {"employee_id": str(found.employee_id), "signed_on": found.signed_on, "way": found.way}
                after = {"reason": reason.strip()}
                audit.record(connection, by, now, "withdraw_acknowledgement", "rule", found.edition_id, before, after)
        return Done(None, _TOUCHED)

    def issue_sheets(
        self, edition_id: UUID, institution_ids: Sequence[UUID], by: By, *, language: str = "zh"
    ) -> Done[list[UUID]]:
        """Print the sheets of these institutions into the archive: each lists who has not signed yet; gives the papers.

        Institutions where nobody is missing are left out. Refused: nobody_to_sign, when that is all of them.
        """
        sheet = self.sheet(edition_id)
        wanted = [one for one in institution_ids if any(row.missing for row in sheet.signers if _of(row, one))]
        if not wanted:
            raise Refused("nobody_to_sign")
        papers = [self._print(sheet, one, by, language) for one in wanted]
        with self._database.transaction():
            for paper in papers:
                self._papers.keep(paper, by)
        return Done([paper.id for paper in papers], _TOUCHED | {Change.PAPERS})

    # Inside

    def _print(self, sheet: EditionSheet, institution_id: UUID, by: By, language: str) -> Paper:
        edition = sheet.state.edition
        code = self._directory.institution(institution_id).code
        number = f"QS-{code}-{SHEET_LETTERS[Rule(edition.rule)]}-{edition.number}"
        again = sum(1 for one in sheet.sheets if one.number == number or one.number.startswith(f"{number}-"))
        number = f"{number}-{again + 1}" if again else number
        return self._papers.printed(
            kind=SHEET,
            form_name=SHEET,
            number=number,
            values=self._fields(sheet, institution_id, number, language),
            language=language,
            by=by,
            subject_id=edition.id,
            house=institution_id,
        )

    def _fields(self, sheet: EditionSheet, institution_id: UUID, number: str, language: str) -> dict[str, object]:
        rows = [one for one in sheet.signers if one.missing and one.institution_id == institution_id]
        if not rows:
            raise Refused("nobody_to_sign")
        group = self._directory.group()
        return sheet_fields(
            sheet.state.edition,
            rows,
            number=number,
            group_name=group.name if group else "",
            institution=self._directory.institution(institution_id).name,
            today=sheet.today,
            language=language,
        )

    def _edition(self, edition_id: UUID | None) -> Edition:
        found = self._rulebook.edition(edition_id) if edition_id is not None else None
        if found is None:
            raise Refused("no_such_edition")
        return found

    def _as_known(self, employee_id: UUID) -> Person:
        """Somebody who has signed and is not there any more, as last known."""
        found = self._directory.person(employee_id)
        if found is None:
            raise Refused("no_such_employee")
        return found

    def _keep(self, files: Attachments) -> list[tuple[str, str, int]]:
        for name, content in files:
            if len(content) > LARGEST:
                raise Refused("file_too_big", name=name, most=LARGEST // 2**20)
        return [(name, self._files.put(content), len(content)) for name, content in files]


def _of(row: Signer, institution_id: UUID) -> bool:
    return row.institution_id == institution_id


def _signer(person: Person, signed: Acknowledgement | None, must: bool) -> Signer:
    return Signer(
        person.id,
        person.number,
        person.name,
        person.institution_id,
        person.institution,
        person.department,
        person.post,
        must,
        signed,
        person.initials,
    )


def _person_edition(edition: Edition, stage: Stage, must: bool, signed: Acknowledgement | None) -> PersonEdition:
    titles = {language: str(texts["title"]) for language, texts in edition.texts.items()}
    return PersonEdition(edition.id, edition.rule, edition.number, titles, edition.effective_from, stage, must, signed)
