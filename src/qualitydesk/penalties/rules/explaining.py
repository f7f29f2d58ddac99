"""A decision explained in codes, step by step, and the codes put into words of either language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qualitydesk.basics import money
from qualitydesk.basics.phrases import LANGUAGES, knows, say
from qualitydesk.penalties.model import Decision, FindingRung, LadderFacts, Line, Payment, Weighed
from qualitydesk.penalties.rules.consequences import PROPOSED
from qualitydesk.penalties.rules.counting import window_start
from qualitydesk.rulebook.model import LadderEdition, LadderRule, Role, Sanction

TO_PEOPLE = frozenset({Sanction.DISMISSAL_PROPOSAL, Sanction.SUSPENSION_PROPOSAL})
"""Sanctions that are proposals to people, never imposed by the program."""


GROUND = ("explain.rule", "explain.act", "explain.finding", "explain.case_")
COUNTING = ("explain.window", "explain.look.")
OUTCOME = (
    "explain.rung",
    "explain.level",
    "explain.sanction",
    "explain.to_people",
    "explain.office_notice",
    "explain.published",
    "explain.told",
    "explain.note.",
)
"""Parts of an explanation by how their codes begin: rule and act; what was looked back to, besides each offence;
rung or level, sanction and who is told."""


def steps_of(decision: Decision, part: tuple[str, ...]) -> tuple[Line, ...]:
    """The lines of one part of a decision's explanation."""
    return tuple(line for line in decision.explanation if line.code.startswith(part))


def explain(decision: Decision, facts: LadderFacts, edition: LadderEdition) -> tuple[Line, ...]:
    """Rule → act → window → counted → not counted → rung → sanction → each payer → total."""
    return (
        Line(
            "explain.rule",
            {
                "rule_text": dict(edition.titles),
                "edition": edition.number,
                "effective_day": edition.effective_from.isoformat(),
            },
        ),
        *_act(decision, facts, edition.ladder),
        *_counting(decision, facts, edition.ladder),
        _rung(decision, facts, edition.ladder),
        *sanction_lines(decision),
        *payment_lines(decision),
    )


def words(decision: Decision, language: str) -> tuple[str, ...]:
    """The explanation in words, one sentence a line."""
    return tuple(word(line, language) for line in decision.explanation)


def word(line: Line, language: str) -> str:
    """One line in words."""
    return say(language, line.code, **{name: _value(name, value, language) for name, value in line.values.items()})


def would_have_been(issued: Decision, fresh: Decision | None) -> Line | None:
    """What a slip would have been on what is known now; None when the same. The slip itself never changes.

    `fresh` None: nothing found then is held against her any more.
    """
    if fresh is None and issued.case is not None:
        return Line("explain.would_be_nothing_case", {"issued_fen": issued.total})
    if fresh is None:
        values = {"issued_rung_code": f"ladder.rung.{issued.rung}", "issued_fen": issued.total}
        return Line("explain.would_be_nothing", values)
    if (issued.rung, _level(issued), issued.total) == (fresh.rung, _level(fresh), fresh.total):
        return None
    if issued.case is not None:
        sums = {"issued_fen": issued.total, "total_fen": fresh.total}
        return Line("explain.would_have_been_case", {**_levels(issued, fresh), **sums})
    return Line(
        "explain.would_have_been",
        {
            "issued_rung_code": f"ladder.rung.{issued.rung}",
            "issued_fen": issued.total,
            "rung_code": f"ladder.rung.{fresh.rung}",
            "total_fen": fresh.total,
        },
    )


def _level(decision: Decision) -> int:
    return (decision.case.level or 0) if decision.case is not None else 0


def _levels(issued: Decision, fresh: Decision) -> dict[str, str]:
    return {"issued_level_code": f"level.{_level(issued)}", "level_code": f"level.{_level(fresh)}"}


def _act(decision: Decision, facts: LadderFacts, ladder: LadderRule) -> Iterator[Line]:
    yield Line(
        "explain.act",
        {
            "name": decision.employee.name,
            "act_day": decision.act_day.isoformat(),
            "kind_code": f"ladder.kind.{facts.act.round_kind}",
            "round": decision.round_number,
            "findings": len(decision.findings),
            "column_code": f"ladder.column.{decision.column}",
        },
    )
    for finding in decision.findings:
        yield _finding(finding)
    if ladder.counting.fixed_on_the_spot and any(finding.fixed for finding in facts.act.findings):
        yield Line("explain.finding_fixed")
    for aside in facts.act.set_aside:
        yield Line(
            "explain.finding_set_aside",
            {
                "item_text": dict(aside.title),
                "standing_code": f"ladder.reason.{aside.standing}",
                "reason": aside.reason.rstrip("。."),
            },
        )


def _finding(finding: FindingRung) -> Line:
    values: dict[str, Any] = {"item_text": dict(finding.title), "gravity_code": f"ladder.gravity.{finding.gravity}"}
    if finding.one_with is not None:
        return Line("explain.finding_same_item", values)
    if not finding.rung:
        return Line("explain.finding_no_offence", values)
    values["rung_code"] = f"ladder.rung.{finding.rung}"
    if finding.added:
        return Line("explain.finding_added", {**values, "reason": finding.added.rstrip("。.")})
    return Line("explain.finding", values)


def _counting(decision: Decision, facts: LadderFacts, ladder: LadderRule) -> Iterator[Line]:
    yield Line(
        "explain.window",
        {
            "months": ladder.counting.look_back_months,
            "from_day": window_start(facts, ladder).isoformat(),
            "act_day": decision.act_day.isoformat(),
        },
    )
    if not decision.counted:
        yield Line("explain.counted_none")
    for entry in decision.counted:
        towards = "third" if entry.for_third else "second"
        late = "_late" if entry.recorded_day > entry.day else ""
        recorded = {"recorded_day": entry.recorded_day.isoformat()}
        yield Line(
            f"explain.counted{late}", {**_weighed(entry), **recorded, "towards_code": f"ladder.towards.{towards}"}
        )
    yield from _to_look_at(decision, facts)
    for entry in decision.not_counted:
        yield Line("explain.not_counted", {**_weighed(entry), "reason_code": f"ladder.reason.{entry.reason}"})


def _to_look_at(decision: Decision, facts: LadderFacts) -> Iterator[Line]:
    """What counts by the rule and yet wants a second look: found on the very day, or before she was told by a slip."""
    issued = {earlier.finding_id: earlier.slip_issued for earlier in facts.earlier}
    counted = [entry for entry in decision.counted if entry.round_id != decision.round_id]
    for code, entries in (
        ("explain.look.same_day", [entry for entry in counted if entry.day == decision.act_day]),
        ("explain.look.not_issued", [entry for entry in counted if not issued.get(entry.finding_id, True)]),
    ):
        for number in dict.fromkeys(entry.round_number for entry in entries):
            yield Line(code, {"round": number, "act_day": decision.act_day.isoformat()})


def warnings(decision: Decision) -> tuple[Line, ...]:
    """The lines of its explanation that want a second look; they forbid nothing."""
    return tuple(line for line in decision.explanation if line.code.startswith("explain.look."))


def _weighed(entry: Weighed) -> dict[str, Any]:
    return {"found_day": entry.day.isoformat(), "round": entry.round_number, "item_text": dict(entry.title)}


def _rung(decision: Decision, facts: LadderFacts, ladder: LadderRule) -> Line:
    (deciding,) = (finding for finding in decision.findings if finding.finding_id == decision.deciding)
    counting = ladder.counting
    return Line(
        "explain.rung_of_beyond" if deciding.thirds > 2 else "explain.rung_of",
        {
            "item_text": dict(deciding.title),
            "group_text": _group(
                next(one.group for one in facts.act.findings if one.finding_id == deciding.finding_id)
            ),
            "seconds": deciding.seconds,
            "second_scope_code": f"ladder.scope.{counting.second_counts}",
            "thirds": deciding.thirds,
            "third_scope_code": f"ladder.scope.{counting.third_counts}",
            "rung_code": f"ladder.rung.{decision.rung}",
        },
    )


def _group(group: str) -> dict[str, str]:
    """The class an item belongs to, in words; a pack may bring classes that have none here."""
    code = f"item_group.{group}"
    return {language: say(language, code) if knows(language, code) else group for language in LANGUAGES}


def sanction_lines(decision: Decision) -> Iterator[Line]:
    """What is imposed, who is told, what is noted about the line."""
    yield Line("explain.sanction", {"sanction_code": f"sanction.{decision.sanction}"})
    if decision.sanction in TO_PEOPLE:
        yield Line("explain.to_people")
    elif decision.sanction in PROPOSED:
        yield Line("explain.to_people_partly")
    if decision.office_notice:
        yield Line("explain.office_notice")
    if decision.published:
        yield Line("explain.published")
    for told in decision.told:
        yield Line("explain.told", {"role_code": f"role.{told.role}", "name": told.name})
    yield from decision.notes
    if decision.choice.other_act:
        values = {"act_day": decision.act_day.isoformat(), "reason": decision.choice.other_act.rstrip("。.")}
        yield Line("explain.note.other_act", values)


def payment_lines(decision: Decision) -> Iterator[Line]:
    """What each pays, and the sum."""
    if not decision.payments:
        yield Line("explain.no_money")
        return
    for payment in decision.payments:
        yield Line("explain.payment", _payment(payment))
        if (blame := decision.choice.blame.get(payment.role)) is not None:
            yield Line("explain.blame", {"name": payment.name, "blame_code": f"blame.{blame}"})
    if decision.choice.amount_reason:
        yield Line("explain.chosen", {"reason": decision.choice.amount_reason})
    amounts = [payment.amount for payment in decision.payments]
    yield Line("explain.total", {"each_fens": amounts, "total_fen": decision.total})


def _payment(payment: Payment) -> dict[str, Any]:
    return {
        "role_code": f"role.{payment.role}",
        "name": payment.name,
        "amount_fen": payment.amount,
        "basis_code": f"ladder.basis.{payment.basis}",
        "sanction_code": f"sanction.{payment.sanction}" if payment.role is Role.EMPLOYEE else "sanction.share",
    }


def _value(name: str, value: Any, language: str) -> Any:
    if name.endswith("_code"):
        return say(language, value)
    if name.endswith("_text"):
        return value.get(language) or next(iter(value.values()), "")
    if name.endswith("_fens"):
        return " + ".join(money.words(fen) for fen in value)
    return money.words(value) if name.endswith("_fen") else value
