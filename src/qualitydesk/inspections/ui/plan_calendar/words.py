"""The plan in words: frequencies, what is due and what became of it, a day of a row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import RoundState
from qualitydesk.inspections.model.calendar import DueState, PlanException, PlanRow, Slot
from qualitydesk.kit.dates import day_long, day_words
from qualitydesk.rulebook.model.planning import Frequency, Per

TONES = {
    DueState.DONE: "good",
    DueState.MISSED: "danger",
    DueState.UNDER_WAY: "info",
    DueState.PLANNED: "info",
    DueState.DUE: "warning",
    DueState.AHEAD: "muted",
}


def frequency_words(frequency: Frequency, language: str) -> str:
    """How often: 每周 1 次 / once a week; 不要求 for none."""
    if not frequency.times:
        return say(language, "plan.none")
    return say(language, f"plan.every.{frequency.per}", times=frequency.times)


def span_words(first: date, last: date) -> str:
    """From – to: 11-16 – 11-22; one day alone."""
    return f"{first:%m-%d}" if first == last else f"{first:%m-%d} – {last:%m-%d}"


def slot_words(slot: Slot, language: str) -> str:
    """What is due in a period, what of it is done, and why only a part of the period's rounds is."""
    due = slot.due
    parts = [
        QCoreApplication.translate("Plan", "{often} ({span}): {state}, {done} of {required} done").format(
            often=frequency_words(due.frequency, language),
            span=span_words(due.first, due.last),
            state=say(language, f"plan.state.{slot.state}"),
            done=min(slot.done, due.required),
            required=due.required,
        )
    ]
    if slot.planned and slot.state is not DueState.DONE:
        parts.append(QCoreApplication.translate("Plan", "{count} planned").format(count=slot.planned))
    if (due.first, due.last) != (due.begins, due.ends) and due.frequency.per is not Per.DAY:
        parts.append(
            QCoreApplication.translate(
                "Plan", "shared out by working days: {worked} of the {whole} between {span}"
            ).format(worked=due.worked, whole=due.whole, span=span_words(due.begins, due.ends))
        )
    return " · ".join(parts)


def short_words(slot: Slot, language: str) -> str:
    """What stands in a bar: 漏检 0/1."""
    done = min(slot.done, slot.due.required)
    return f"{say(language, f'plan.state.{slot.state}')} {done}/{slot.due.required}"


def row_name(row: PlanRow, language: str) -> str:
    return f"{row.institution} · {say(language, f'round_kind.{row.kind}')}"


def slot_on(row: PlanRow, day: date) -> Slot | None:
    """What is due on a day of a row."""
    return next((one for one in row.slots if one.due.first <= day <= one.due.last), None)


def day_lines(row: PlanRow, day: date, language: str, *, closed: bool = False) -> list[str]:
    """Everything about a day of a row, a line each."""
    lines = [f"{day_long(day)} · {row_name(row, language)}"]
    slot = slot_on(row, day)
    if slot is not None:
        lines.append(slot_words(slot, language))
    elif closed:
        lines.append(QCoreApplication.translate("Plan", "Not a working day here: nothing is due."))
    else:
        lines.append(QCoreApplication.translate("Plan", "Nothing is due."))
    between = "、" if language == "zh" else ", "
    for one in row.walked:
        if one.day == day:
            state = "under_way" if one.state is RoundState.OPEN else "done"
            lines.append(
                between.join(part for part in (one.number, one.lead, say(language, f"plan.state.{state}")) if part)
            )
    for plan in row.plans:
        if plan.day == day:
            state = QCoreApplication.translate("Plan", "planned") if not plan.overdue else _overdue()
            lines.append(between.join(part for part in (state, plan.lead, plan.note.replace("\n", " ")) if part))
    return lines


def _overdue() -> str:
    return QCoreApplication.translate("Plan", "planned for this day and not begun")


def exception_words(one: PlanException, language: str) -> str:
    """How an exception reads: 服务自查 每周 2 次."""
    kind = say(language, f"round_kind.{one.kind}") if one.kind else QCoreApplication.translate("Plan", "All kinds")
    return f"{kind} {frequency_words(one.frequency, language)}"


def exception_span(one: PlanException) -> str:
    if one.last is None:
        return QCoreApplication.translate("Plan", "from {day}").format(day=day_words(one.first))
    if one.last < one.first:
        return QCoreApplication.translate("Plan", "never held")
    return f"{day_words(one.first)} – {day_words(one.last)}"


def days_words(days: int | None) -> str:
    """How long somebody was not seen."""
    if days is None:
        return QCoreApplication.translate("Plan", "never")
    if days == 0:
        return QCoreApplication.translate("Plan", "today")
    return QCoreApplication.translate("Plan", "{days} d").format(days=days)


def legend(language: str) -> str:
    """What the signs mean."""
    states: Sequence[DueState] = (
        DueState.DONE, DueState.UNDER_WAY, DueState.PLANNED, DueState.DUE, DueState.MISSED,
    )  # fmt: skip
    return "  ·  ".join(f"{say(language, f'plan.sign.{one}')} {say(language, f'plan.state.{one}')}" for one in states)
