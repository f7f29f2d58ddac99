"""Words and tones of penalties' screens, and a decision as the card "why this fine?"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics import money
from qualitydesk.basics.clock import SystemClock, local, local_day
from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit import card
from qualitydesk.penalties.model import Appeal, AppealOutcome, AsideLine, Decision, Line, Payment, SlipLine, SlipState
from qualitydesk.penalties.model.points import Consequence
from qualitydesk.penalties.rules import ageing, is_unanswered, word
from qualitydesk.penalties.rules.explaining import GROUND, OUTCOME, steps_of
from qualitydesk.rulebook.model import Role, Sanction

TONES = {
    SlipState.DRAFT: "muted",
    SlipState.PROPOSED: "warning",
    SlipState.APPROVED: "info",
    SlipState.ISSUED: "info",
    SlipState.ACKNOWLEDGED: "good",
    SlipState.REFUSED: "danger",
    SlipState.APPEALED: "warning",
    SlipState.UPHELD: "good",
    SlipState.REDUCED: "good",
    SlipState.WITHDRAWN: "muted",
    SlipState.DEDUCTED: "muted",
    SlipState.CLOSED: "muted",
}
NOTHING = "—"
_RUNG_TONES = {1: "", 2: "warning", 3: "danger"}


def state_words(state: SlipState, language: str) -> str:
    """Where a slip stands."""
    return capital(say(language, f"ladder.state.{state.value}"))


def age_words(line: SlipLine, today: date, language: str) -> str:
    """How long a slip of the list has stood there, and what it waits for."""
    since = local_day(line.state_since)
    if line.correction_since is not None:
        return QCoreApplication.translate("Penalties", "Its notice is to be corrected")
    return capital(word(ageing(line.state, since, line.appeal_last_day, today, total=line.total), language))


def age_tone(line: SlipLine, today: date) -> str:
    """Louder once the last day went by unanswered, or when somebody must decide an appeal."""
    if (
        line.correction_since is not None
        or line.state is SlipState.APPEALED
        or is_unanswered(line.state, line.appeal_last_day, today)
    ):
        return "warning"
    return "" if line.state in (SlipState.PROPOSED, SlipState.APPROVED, SlipState.ISSUED) else "muted"


def name_now() -> datetime:
    """The moment a pasted picture is named by."""
    return local(SystemClock().now())


def rung_words(rung: int, language: str) -> str:
    """First, second, third."""
    return capital(say(language, f"ladder.rung.{rung}"))


def sanction_words(sanction: Sanction, language: str) -> str:
    """What is imposed."""
    return capital(say(language, f"sanction.{sanction.value}"))


def standing_words(decision: Decision, language: str) -> str:
    """On what it stands: the rung, or the level of the case."""
    if decision.case is not None:
        return say(language, f"level.{decision.case.level or 0}")
    return rung_words(decision.rung, language)


def standing_tone(decision: Decision) -> str:
    """The tone of the rung or of the level."""
    if decision.case is not None:
        return f"level{decision.case.level}" if decision.case.level else "muted"
    return rung_tone(decision.rung)


def event_words(line: SlipLine, language: str) -> str:
    """The number of the round or case, or in short where a free act comes from."""
    return capital(say(language, f"act.from.{line.source}")) if line.source else line.event_number


def line_words(line: SlipLine, language: str) -> str:
    """The rung or level of a row of the list, short, since its column says what it is."""
    if line.case_id is not None:
        return say(language, f"level.{line.level}")
    return capital(say(language, f"ladder.rung_short.{line.rung}"))


def line_tone(line: SlipLine) -> str:
    """Its tone."""
    if line.case_id is not None:
        return f"level{line.level}" if line.level else "muted"
    return rung_tone(line.rung)


def rung_tone(rung: int) -> str:
    """The higher, the louder; the words say it, too."""
    return _RUNG_TONES.get(rung, "danger")


def fen_words(fen: object) -> str:
    """A sum as ¥50.00; nothing to pay as "—"."""
    return money.words(fen) if isinstance(fen, int) and fen else NOTHING


def change_words(before: int, after: int, language: str) -> str:
    """What a sum was and what it becomes, in fen: ¥200.00 → ¥100.00; one that stays says so."""
    if before == after:
        return say(language, "appeal.unchanged", sum=money.words(before))
    return f"{money.words(before)} → {money.words(after)}"


def pays_words(payment: Payment, sums: str, language: str) -> str:
    """Who pays what: role and name, then the sums."""
    who = f"{capital(say(language, f'role.{payment.role}'))} {payment.name}"
    return say(language, "appeal.pays", who=who, sums=sums)


def own_fen(decision: Decision) -> int:
    """What the employee pays, in fen."""
    return sum(payment.amount for payment in decision.payments if payment.role is Role.EMPLOYEE)


def superiors_fens(decision: Decision) -> tuple[int, ...]:
    """What each superior pays, in fen."""
    return tuple(payment.amount for payment in decision.payments if payment.role is not Role.EMPLOYEE)


def sums_words(fens: object) -> str:
    """Sums joined by plus; none as "—"."""
    found = fens if isinstance(fens, tuple) else ()
    return " + ".join(money.words(fen, sign=not at) for at, fen in enumerate(found)) or NOTHING


def explanations(decision: Decision, language: str) -> list[card.Explanation]:
    """The card's blocks: rule and act, what was counted, rung and sanction, arithmetic."""
    steps = decision.explanation
    arithmetic = _arithmetic(decision, language)
    if decision.case is not None:
        return [*_of_case(decision, language), arithmetic]
    return [
        card.Explanation(
            QCoreApplication.translate("Penalties", "Rule and act"),
            tuple(_plain(steps_of(decision, GROUND), language)),
        ),
        card.Explanation(
            QCoreApplication.translate("Penalties", "What was counted"), tuple(_counting(steps, language))
        ),
        card.Explanation(
            QCoreApplication.translate("Penalties", "Rung and sanction"),
            tuple(_plain(steps_of(decision, OUTCOME), language)),
        ),
        arithmetic,
    ]


def _of_case(decision: Decision, language: str) -> list[card.Explanation]:
    """Rule and case, level and sanction with who of the line pays elsewhere."""
    return [
        card.Explanation(
            QCoreApplication.translate("Penalties", "Rule and case"),
            tuple(_plain(steps_of(decision, GROUND), language)),
        ),
        card.Explanation(
            QCoreApplication.translate("Penalties", "Level and sanction"),
            tuple(_plain(steps_of(decision, OUTCOME), language)),
        ),
    ]


def appeal_explanation(decision: Decision, appeal: Appeal, language: str) -> card.Explanation:
    """What an appeal changed, line by line."""
    title = QCoreApplication.translate("Penalties", "On appeal")
    outcome = capital(say(language, f"appeal.outcome.{appeal.outcome}"))
    lines = [card.Line(outcome, note=appeal.reason, strong=True)]
    lines.append(card.Line(say(language, f"appeal.effect.{appeal.outcome}")))
    if appeal.outcome is not AppealOutcome.REDUCED:
        return card.Explanation(title, tuple(lines))
    lines += [
        card.Line(
            f"{capital(say(language, f'role.{payment.role}'))} {payment.name}",
            f"{money.words(before)} → {money.words(after)}",
        )
        for payment, before, after in zip(decision.payments, appeal.before, appeal.after, strict=True)
    ]
    before, after = sum(appeal.before), sum(appeal.after)
    sums = {"after": money.words(after), "before": money.words(before), "less": money.words(before - after)}
    total = QCoreApplication.translate("Penalties", "Total now")
    return card.Explanation(title, tuple(lines), total, sums["after"], say(language, "appeal.sums", **sums))


def aside_explanation(aside: Sequence[AsideLine], language: str) -> card.Explanation:
    """What of a round is not heard, on whom and why."""
    lines = tuple(
        card.Line(
            f"{one.employee} · {one.title.get(language) or next(iter(one.title.values()))}",
            capital(say(language, f"ladder.reason.{one.standing}")),
            "muted",
            one.reason,
        )
        for one in aside
    )
    return card.Explanation(QCoreApplication.translate("Penalties", "Left out on this round"), lines)


def _plain(steps: Iterable[Line], language: str) -> Iterator[card.Line]:
    for step in steps:
        yield card.Line(word(step, language), strong=step.code in ("explain.sanction",))


def _counting(steps: Iterable[Line], language: str) -> Iterator[card.Line]:
    """Dates and rounds at the left, whether it counted at the right, the reason beneath."""
    for step in steps:
        if step.code in ("explain.window", "explain.counted_none"):
            yield card.Line(word(step, language))
        elif step.code.startswith("explain.look."):
            yield card.Line(word(step, language), strong=True)
        elif step.code.startswith("explain.counted"):
            yield card.Line(
                _found(step, language),
                QCoreApplication.translate("Penalties", "counted"),
                "warning",
                say(language, step.values["towards_code"]),
            )
        elif step.code == "explain.not_counted":
            reason = say(language, step.values["reason_code"])
            yield card.Line(
                _found(step, language), QCoreApplication.translate("Penalties", "not counted"), "muted", reason
            )


def _found(step: Line, language: str) -> str:
    item = step.values["item_text"]
    failed = say(language, "slip.item_not_met", item=item.get(language) or next(iter(item.values())))
    return f"{step.values['found_day']} · {step.values['round']} · {failed}"


def _arithmetic(decision: Decision, language: str) -> card.Explanation:
    lines = [
        card.Line(
            f"{capital(say(language, f'role.{payment.role}'))} {payment.name}",
            money.words(payment.amount),
            note=say(language, f"ladder.basis.{payment.basis}"),
        )
        for payment in decision.payments
    ]
    if not lines:
        return card.Explanation(
            QCoreApplication.translate("Penalties", "Arithmetic"), (card.Line(say(language, "explain.no_money")),)
        )
    if decision.choice.amount_reason:
        lines.append(card.Line(say(language, "explain.chosen", reason=decision.choice.amount_reason)))
    joined = " + ".join(money.words(payment.amount) for payment in decision.payments)
    return card.Explanation(
        QCoreApplication.translate("Penalties", "Arithmetic"),
        tuple(lines),
        QCoreApplication.translate("Penalties", "Total"),
        money.words(decision.total),
        f"{joined} = {money.words(decision.total)}",
    )


def outcome_words(decision: Decision, language: str) -> str:
    """What the ladder would say of an act, for the window that enters it."""
    words = QCoreApplication.translate("Penalties", "By the ladder: {rung} · {sanction} · total {total}")
    return words.format(
        rung=rung_words(decision.rung, language),
        sanction=sanction_words(decision.sanction, language),
        total=fen_words(decision.total),
    )


def verdict_words(one: Consequence, deciders: Sequence[str], language: str) -> str:
    """What was decided on a proposal to people, or who still has to."""
    found = one.decided
    if found is None:
        return say(language, "verdict.open", posts=" / ".join(deciders))
    answer = say(language, "verdict.yes" if found.granted else "verdict.no")
    day = found.on.isoformat()
    return say(language, "verdict.told", day=day, name=found.decider, answer=answer, reason=found.reason)


def waiting_words(people: int, waiting: int) -> str:
    """Of how many people how many are still to be proposed; where nobody is, so said."""
    translate = QCoreApplication.translate
    if not people:
        return translate("ProposalsPage", "nobody to propose")
    if people == 1 and waiting:
        return translate("ProposalsPage", "1 person, not proposed yet")
    if people == 1:
        return translate("ProposalsPage", "1 person; nobody is left to propose")
    if waiting:
        words = translate("ProposalsPage", "{people} people, {waiting} not proposed yet")
        return words.format(people=people, waiting=waiting)
    return translate("ProposalsPage", "{people} people; nobody is left to propose").format(people=people)
