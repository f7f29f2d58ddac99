"""The sample's papers: letterheads, a mystery visit told with its times, two weeks in a supervisor's words, reports."""

from __future__ import annotations

from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.sample.people import Staffed, read
from qualitydesk.basics.clock import FixedClock, local_day
from qualitydesk.insights.model import WeekWords, monday_of
from qualitydesk.inspections.model import RoundFilter, RoundKind, RoundLine, RoundState
from qualitydesk.inspections.model.narratives import ToldDraft
from qualitydesk.inspections.model.reports import ReportForm, ReportOptions
from qualitydesk.papers.model import LetterheadDraft

_VISITS = 2


class Paperwork:
    """Fills in what is printed and written; the same rows for the same day and size."""

    def __init__(self, past: Services, clock: FixedClock, made: Staffed, language: str, now: datetime) -> None:
        self._past = past
        self._clock = clock
        self._made = made
        self._language = language
        self._now = now
        self._texts = read("paperwork")

    def fill(self) -> None:
        """Letterheads first, so that the reports take them over."""
        self._clock.set(self._now - timedelta(hours=2))
        self._letterheads()
        self._visits()
        self._weeks()
        self._clock.set(self._now)

    def _say(self, text: Any) -> str:
        return str(text[self._language]) if isinstance(text, dict) else str(text)

    def _letterheads(self) -> None:
        letterheads, by = self._past.letterheads, self._made.by
        group = self._past.directory.group()
        assert group is not None
        texts, own = self._texts["letterhead"], self._texts["own"]
        name, line, place, call = (self._say(texts[key]) for key in ("name", "line", "address", "telephone"))
        logo = letterheads.keep_logo(_logo())
        letterheads.save(LetterheadDraft(group.id, True, name, line, place, call, logo), by)
        home = self._made.institutions[self._made.home]
        address, telephone = self._say(own["address"]), self._say(own["telephone"])
        letterheads.save(LetterheadDraft(home, False, address=address, telephone=telephone), by)

    def _visits(self) -> None:
        """The newest visits are told; the newest of all is reported on."""
        wanted = RoundFilter(kind=RoundKind.MYSTERY, state=RoundState.FINISHED)
        visits = self._past.rounds.lines(wanted, limit=_VISITS)
        for visit in visits:
            self._tell(visit)
        if visits:
            options = ReportOptions(ReportForm.EXPERIENCE, language=self._language)
            self._past.reports.issue(visits[0].id, self._made.by, options=options)

    def _tell(self, visit: RoundLine) -> None:
        entries = self._texts["visit"]
        whole = (visit.finished_at or visit.started_at) - visit.started_at
        for entry in entries:
            at = visit.started_at + whole * entry["minutes"] / entries[-1]["minutes"]
            self._past.narratives.tell(ToldDraft(visit.id, at, self._say(entry)), self._made.by)

    def _weeks(self) -> None:
        """Last week's summary is issued, this week's is being written."""
        who = self._made.by.decided_by
        assert who is not None
        monday = monday_of(local_day(self._now))
        words = self._texts["week"][0]
        summary, problems, plan = (self._say(words[name]) for name in ("summary", "problems", "plan"))
        last = WeekWords(who, monday - timedelta(days=7), summary, problems, plan)
        self._past.weeks.issue(last, self._made.by, self._language)
        self._past.weeks.keep(WeekWords(who, monday, plan=plan), self._made.by)


def _logo() -> bytes:
    """A mark of our own: a cross of two leaves in a ring."""
    from PIL import Image, ImageDraw

    side = 480
    image = Image.new("RGBA", (side, side), (255, 255, 255, 0))
    pen = ImageDraw.Draw(image)
    teal = (15, 118, 110, 255)
    pen.ellipse((10, 10, side - 10, side - 10), outline=teal, width=34)
    third = side // 3
    pen.rounded_rectangle((third + 22, 100, 2 * third - 22, side - 100), 40, fill=teal)
    pen.rounded_rectangle((100, third + 22, side - 100, 2 * third - 22), 40, fill=teal)
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
