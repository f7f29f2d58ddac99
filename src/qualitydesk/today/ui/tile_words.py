"""What the tiles of the first page say: each a number, a plain sentence and the course of twelve months."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics import money
from qualitydesk.basics.phrases import together
from qualitydesk.today.model import Figures, Month, Owed, Standing

if TYPE_CHECKING:
    from qualitydesk.insights.model.trends import OverTime  # not for every start

NOTHING = "–"
Said = tuple[str, str, list[float | None]]
"""Number, sentence, course."""


def cases_figure(figures: Figures, language: str) -> Said:
    """Open cases, how many of them have a clock that has run out, and the change since the last month ended."""
    now = figures.cases[-1].counted
    if not now:
        words = QCoreApplication.translate("Today", "No complaint is open.")
    elif figures.overdue:
        words = QCoreApplication.translate("Today", "Still open; in {late} of them a clock has run out.")
    else:
        words = QCoreApplication.translate("Today", "Still open; no clock has run out.")
    said = together((words.format(late=figures.overdue), since_last_month(figures.cases)), language)
    return str(now), said, _counts(figures.cases)


def closed_figure(figures: Figures) -> Said:
    """Share of this month's closings that were on time, those overdue and open counted against it."""
    now = figures.closed[-1]
    points: list[float | None] = [100 * month.counted / month.of if month.of else None for month in figures.closed]
    if not now.of:
        return (
            NOTHING,
            QCoreApplication.translate("Today", "No complaint was closed this month, none is overdue."),
            points,
        )
    words = QCoreApplication.translate(
        "Today", "{kept} of {cases} on time: closed this month, or open beyond their limit."
    )
    return f"{100 * now.counted / now.of:.0f}%", words.format(kept=now.counted, cases=now.of), points


def passed_figure(figures: Figures) -> Said:
    """Share of this month's finished rounds that passed: number, sentence, course."""
    now = figures.rounds[-1]
    points: list[float | None] = [100 * month.counted / month.of if month.of else None for month in figures.rounds]
    if not now.of:
        return NOTHING, QCoreApplication.translate("Today", "No round has been finished this month."), points
    words = QCoreApplication.translate("Today", "{passed} of {rounds} rounds finished this month have passed.")
    return f"{100 * now.counted / now.of:.0f}%", words.format(passed=now.counted, rounds=now.of), points


def slips_figure(figures: Figures, language: str) -> Said:
    """What this month's slips come to, beside the whole of the last month."""
    now, before = figures.slips[-1], figures.slips[-2]
    words = QCoreApplication.translate(
        "Today", "In {count} slips by the day proposed, told or not, withdrawn ones aside."
    )
    last = QCoreApplication.translate("Today", "Last month {sum} in all.")
    said = [words.format(count=now.of), last.format(sum=money.words(before.counted)) if before.of else ""]
    points: list[float | None] = [month.counted / 100 for month in figures.slips]
    return money.words(now.counted), together(said, language), points


def measures_figure(found: Standing, language: str) -> Said:
    """Measures not closed yet, how many of them are late, and the change since the last month ended."""
    now = found.months[-1].counted
    if not now:
        words = QCoreApplication.translate("Today", "No measure is open.")
    elif found.late:
        words = QCoreApplication.translate("Today", "To be done or judged; {late} of them overdue.")
    else:
        words = QCoreApplication.translate("Today", "To be done or judged; none is overdue.")
    said = together((words.format(late=found.late), since_last_month(found.months)), language)
    return str(now), said, _counts(found.months)


def requests_figure(found: Standing, language: str) -> Said:
    """Internal requests without an answer, how many of them are late, and the change since the last month ended."""
    now = found.months[-1].counted
    if not now:
        words = QCoreApplication.translate("Today", "No internal request waits for an answer.")
    elif found.late:
        words = QCoreApplication.translate("Today", "Waiting for an answer; {late} of them overdue.")
    else:
        words = QCoreApplication.translate("Today", "Waiting for an answer; none is overdue.")
    said = together((words.format(late=found.late), since_last_month(found.months)), language)
    return str(now), said, _counts(found.months)


def members_figure(found: Owed) -> Said:
    """What is owed to members today; the course: contacts made by month."""
    if not found.calls + found.messages:
        words = QCoreApplication.translate("Today", "No member is to be contacted today.")
    else:
        words = QCoreApplication.translate("Today", "Today: calls {calls}, messages {messages}.")
    said = words.format(calls=found.calls, messages=found.messages)
    return str(found.calls + found.messages), said, _counts(found.months)


def fails_figure(chart: OverTime, course: str, language: str) -> Said:
    """The share of items that failed this month; `course`: what the control chart says of it."""
    points = [100 * point.value if point.value is not None else None for point in chart.points]
    last = chart.points[-1] if chart.points else None
    if last is None or last.value is None:
        return NOTHING, QCoreApplication.translate("Today", "Nothing has been inspected this month."), points
    words = QCoreApplication.translate("Today", "{failed} of {answers} items this month.")
    said = words.format(failed=f"{last.count:,}", answers=f"{last.size:,.0f}")
    return f"{100 * last.value:.1f}%", together((said, course), language), points


def since_last_month(months: Sequence[Month]) -> str:
    """How many more or fewer than when the last month ended; nothing where there was nothing before."""
    if len(months) < 2 or not any(month.counted for month in months[:-1]):
        return ""
    more = months[-1].counted - months[-2].counted
    if not more:
        return QCoreApplication.translate("Today", "As many as at the end of last month.")
    if more > 0:
        return QCoreApplication.translate("Today", "{count} more than at the end of last month.").format(count=more)
    return QCoreApplication.translate("Today", "{count} fewer than at the end of last month.").format(count=-more)


def trouble_words(why: str, language: str) -> str:
    """In the place of a tile or list that could not be read."""
    words = QCoreApplication.translate("Today", "Could not be read; F5 tries again.")
    return together((words, why), language)


def course_of(chart: OverTime, language: str) -> str:
    """The sentence of the control chart, as the page of trends has it."""
    from qualitydesk.insights.printout.over_time_words import course_words  # not for every start

    return course_words(chart, language)


def _counts(months: Sequence[Month]) -> list[float | None]:
    return [float(month.counted) for month in months]
