"""What is there already of about the day of an act, in words, and the question whether the act is another one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qualitydesk.basics import money
from qualitydesk.basics.phrases import say
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import Alike, Choice, Proposal


def alike_words(found: Sequence[Alike], language: str) -> str:
    """What is there already, a line each with number and amount; "" where nothing is."""
    if not found:
        return ""
    head = QCoreApplication.translate("Beside", "There is already of about that day:")
    return "\n".join([head, *(f"· {_line(one, language)}" for one in found)])


def beside_words(found: Sequence[Alike], points: int, language: str) -> list[str]:
    """The same with the acts of that day that cost points, as warnings beside a proposal."""
    told = []
    if found:
        words = QCoreApplication.translate("Beside", "One event is sanctioned once.")
        told.append(f"{alike_words(found, language)}\n{words}")
    if points:
        words = QCoreApplication.translate(
            "Beside", "Acts of that day that cost points: {count}. For one act points or the ladder, never both."
        )
        told.append(words.format(count=points))
    return told


def left_out_words(rows: Iterable[Proposal]) -> list[str]:
    """Of whom nothing is proposed together with the others, and why."""
    rows, told = list(rows), []
    between = QCoreApplication.translate("Beside", ", ")
    if names := [one.employee for one in rows if one.points]:
        words = QCoreApplication.translate("Beside", "Left out, since points stand of that day: {names}.")
        told.append(words.format(names=between.join(names)))
    if names := [f"{one.employee} ({' · '.join(found.number for found in one.alike)})" for one in rows if one.alike]:
        words = QCoreApplication.translate(
            "Beside", "Left out, since another sanction of about that day stands: {names}."
        )
        told.append(words.format(names=between.join(names)))
    return told


def ask_beside(tools: Tools, parent: QWidget, one: Proposal, propose: Callable[[Choice], object]) -> None:
    """Propose, but where something of about that day stands only once it is said why this is another event; whoever
    cancels has left it out."""
    if not one.beside:
        propose(Choice())
        return
    words = []
    if one.points:
        points = QCoreApplication.translate(
            "Beside",
            "Points of {name} stand of {day} ({count}). For one act points or the ladder, never both: withdraw the "
            "points first, or say here why this is another act.",
        )
        words.append(points.format(name=one.employee, day=one.decision.act_day.isoformat(), count=one.points))
    if one.alike:
        once = QCoreApplication.translate(
            "Beside", "One event is sanctioned once: leave {name} out, or say here why this is another event."
        )
        words.append(f"{alike_words(one.alike, tools.language)}\n{once.format(name=one.employee)}")
    title = (
        QCoreApplication.translate("Beside", "Sanctioned already?")
        if one.alike
        else QCoreApplication.translate("Beside", "Points or slip")
    )
    yes = (
        QCoreApplication.translate("Beside", "Propose all the same")
        if one.alike
        else QCoreApplication.translate("Beside", "Propose")
    )
    tools.prompts.ask_text(
        parent, title, "\n".join(words), yes=yes, then=lambda reason: propose(Choice(other_act=reason))
    )


def _line(one: Alike, language: str) -> str:
    paid = money.words(one.fen) if one.fen else say(language, "act.alike.no_money")
    return say(
        language,
        f"act.alike.{one.kind}",
        number=one.number,
        day=one.day.isoformat(),
        item=one.title.get(language, ""),
        sum=paid,
    )
