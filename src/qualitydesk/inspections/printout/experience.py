"""A mystery customer's visit as values of forms/experience_report.toml: the account with times, then the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qualitydesk.basics.clock import local
from qualitydesk.inspections.model import RoundResult
from qualitydesk.inspections.model.narratives import Told
from qualitydesk.inspections.model.reports import Names, ReportOptions
from qualitydesk.inspections.printout.report import hidden
from qualitydesk.inspections.printout.words import ResultWords


def experience_fields(
    report: dict[str, Any],
    result: RoundResult,
    told: Sequence[Told],
    options: ReportOptions,
    *,
    compiled_by: str = "",
) -> dict[str, Any]:
    """The report's values with the account; whoever the visitor was, the paper knows the code alone."""
    words = ResultWords(result, options.language)
    found = result.walk.round
    code = found.visitor_code or words.say("visitor")
    days = {local(one.told_at).date() for one in told}
    moments = "%m-%d %H:%M" if len(days) > 1 else "%H:%M"
    values = {
        **report,
        "title": words.say("experience"),
        "inspectors": code,
        "inspector_list": [{"name": code}],
        "visitor": code,
        "narrative": [{"time": f"{local(one.told_at):{moments}}", "words": one.words} for one in told],
        "compiled_by": compiled_by,
    }
    return values if options.names is Names.FULL else hidden(values, result)
