"""A month of complaints: its figures, the 患者投诉案件统计表 as a paper and as a workbook, and when it is due."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.phrases import say
from qualitydesk.complaints import printout
from qualitydesk.complaints.model.month import MonthDates, MonthReview, MonthSheet, ReviewDraft
from qualitydesk.complaints.rules.statistics import dates_of, month_after, month_before, month_of, month_sheet
from qualitydesk.complaints.service.issuing import Issuing, Made
from qualitydesk.complaints.store import reviews
from qualitydesk.papers.model import PaperLine
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.rules import read_case_month
from qualitydesk.sheets import write_book
from qualitydesk.storage import audit

MONTH = "complaint_month"
"""The kind of paper and its form."""


class Monthly(Issuing):
    """The months of one database."""

    def month(self, day: date, institution_id: UUID | None = None) -> MonthSheet:
        """The figures of the month a day lies in. Refused: month_not_begun."""
        zone = self._directory.zone()
        month = month_of(day, zone)
        now = self._clock.now()
        if month.begins > now:
            raise Refused("month_not_begun", month=month.code)
        with self._database.reading():
            rows = self._complaints.statistics(month.ends, month.begins, institution_id)
            return month_sheet(rows, month, now, zone)

    def issue_month_sheet(
        self, day: date, by: By, *, institution_id: UUID | None = None, language: str = "zh", paper: str = "A4"
    ) -> Done[UUID]:
        """The 患者投诉案件统计表; the one issued before when its figures are the same. Refused as `month`."""
        return self._issue(self._month_sheet(day, institution_id, language, by), by, language, paper)

    def preview_month_sheet(
        self, day: date, by: By, institution_id: UUID | None, language: str, paper: str = "A4"
    ) -> bytes:
        """What the sheet would look like now; nothing is kept. Refused as `month`."""
        return self._preview(self._month_sheet(day, institution_id, language, by), language, paper)

    def export_month(self, path: Path, day: date, by: By, institution_id: UUID | None, language: str) -> int:
        """The same figures as a workbook; gives the rows written. Refused: month_not_begun, disk_full, …"""
        paper = self._month_paper(day, institution_id, language, by)
        return write_book(path, printout.month_tables(paper, language))

    def month_dates(self, day: date | None = None) -> MonthDates:
        """Of the month before a day (default today): when its sheet is due, and whether the group's is issued."""
        month = month_before((day or self._directory.today()).replace(day=1))
        dates = self._dates(month)
        issued = any(self._is_final(line) for line in self.month_sheets(month))
        with self._database.reading() as connection:
            return replace(dates, issued=issued, review=reviews.review_of(connection, month))

    def record_review(self, draft: ReviewDraft, by: By) -> Done[MonthReview]:
        """Who went through the month's cases, and on which day; again, it stands in the place of the one before.

        Refused("draft") beside reviewed_on and reviewed_by: missing, before the month had ended, in the future.
        """
        month = draft.month.replace(day=1)
        problems = []
        if draft.reviewed_by is None:
            problems.append(Problem("reviewed_by", "required"))
        if draft.reviewed_on is None:
            problems.append(Problem("reviewed_on", "required"))
        elif draft.reviewed_on < month_after(month):
            problems.append(Problem("reviewed_on", "review_too_early", {"month": f"{month:%Y-%m}"}))
        elif draft.reviewed_on > self._directory.today():
            problems.append(Problem("reviewed_on", "day_in_future"))
        refuse_if(problems)
        assert draft.reviewed_by is not None and draft.reviewed_on is not None
        name = self._directory.employee(draft.reviewed_by).name
        review = MonthReview(month, draft.reviewed_on, draft.reviewed_by, name, draft.words.strip())
        now = self._clock.now()
        with self._database.transaction() as connection:
            before = reviews.review_of(connection, month)
            reviews.put_review(connection, review, now)
            audit.record(
                connection, by, now, "review_case_month", "case_month", f"{month:%Y-%m}",
                asdict(before) if before else None, asdict(review),
            )  # fmt: skip
        return Done(review, frozenset({Change.CASES}))

    def month_sheets(self, day: date, institution_id: UUID | None = None) -> list[PaperLine]:
        """The sheets issued of a month, newest first."""
        return self._numbered(self._month_number(day, institution_id), MONTH)

    def _month_sheet(self, day: date, institution_id: UUID | None, language: str, by: By) -> Made:
        paper = self._month_paper(day, institution_id, language, by)
        values = printout.month_fields(paper, language)
        return Made(MONTH, paper.number, None, values, institution_id, ("made_on", "made_by"))

    def _month_paper(self, day: date, institution_id: UUID | None, language: str, by: By) -> printout.MonthPaper:
        with self._database.reading():
            sheet = self.month(day, institution_id)
            return printout.MonthPaper(
                sheet=sheet,
                dates=self._dates(sheet.month.first),
                number=self._month_number(day, institution_id),
                institution=self._directory.institution(institution_id).name if institution_id else "",
                group_name=self._group_name(),
                made_by=self._directory.employee(by.decided_by).name if by.decided_by else "",
                made_on=self._directory.today().isoformat(),
                remark=self._differs(sheet, institution_id, language),
                zone=self._directory.zone(),
            )

    def _differs(self, sheet: MonthSheet, institution_id: UUID | None, language: str) -> str:
        """What to say when the sheet issued for the month before carried another number forward; else ""."""
        before = self.month_sheets(month_before(sheet.month.first), institution_id)
        line = next((one for one in before if self._is_final(one)), None)
        carried = str(self._papers.paper(line.id).values.get("carried")) if line else ""
        brought = str(sheet.total.brought)
        if line is None or carried == brought:
            return ""
        return say(language, "case_paper.otherwise_before", issued=carried, brought=brought)

    def _is_final(self, line: PaperLine) -> bool:
        """Whether a sheet was issued after its month had ended."""
        return not self._papers.paper(line.id).values.get("unfinished")

    def _month_number(self, day: date, institution_id: UUID | None) -> str:
        """TJ-2026-11 of the group, TJ-LGBJ-2026-11 of an institution."""
        code = f"{self._directory.institution(institution_id).code}-" if institution_id else ""
        return f"TJ-{code}{day:%Y-%m}"

    def _dates(self, month: date) -> MonthDates:
        """By the rule in force when the month had ended."""
        rule = read_case_month(self._rulebook.edition_on(Rule.CASE_MONTH, month_after(month)).values)
        return dates_of(month, rule.ready_day, rule.review_before_day)
