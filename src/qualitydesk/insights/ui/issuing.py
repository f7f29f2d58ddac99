"""The question before a report is issued, which tells what cannot be taken back and whether its period is over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.phrases import say
from qualitydesk.insights.model.reports import ReportName, ReportWish
from qualitydesk.insights.printout.report_common import period_words
from qualitydesk.insights.rules.reports import last_of
from qualitydesk.kit.tools import Tools


def report_title(wish: ReportWish, language: str) -> str:
    """The report and its period."""
    kind = "quarter" if wish.name is ReportName.QUARTER else "month"
    return f"{say(language, f'quality.name.{wish.name}')} {period_words(wish.first, kind, language)}"


def ask_to_issue(tools: Tools, parent: QWidget, wish: ReportWish, today: date, then: Callable[[], object]) -> None:
    """Ask, then `then()`; of a period that is not over it is said that figures will still change."""
    title = report_title(wish, tools.language)
    words = QCoreApplication.translate("Issuing", "Issue {report}? It is archived with its figures and stays as it is.")
    said = [words.format(report=title)]
    last = last_of(wish.name, wish.first)
    if unfinished := today < last:
        more = QCoreApplication.translate("Issuing", "The period lasts until {last}: its figures go as far as {today}.")
        said.append(more.format(last=last.isoformat(), today=today.isoformat()))
    tools.prompts.ask(
        parent,
        QCoreApplication.translate("Issuing", "Issue the report?"),
        "\n".join(said),
        yes=QCoreApplication.translate("Issuing", "Issue"),
        then=then,
        danger=unfinished,
    )
