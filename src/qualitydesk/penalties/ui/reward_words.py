"""Words, tones and explanations of points, rewards and settled months on screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics import money
from qualitydesk.basics.phrases import capital, say
from qualitydesk.directory.model import Person
from qualitydesk.kit import card
from qualitydesk.kit.pickers import Choice
from qualitydesk.penalties.model.decision import Line
from qualitydesk.penalties.model.points import Consequence, PersonMonth, PointsLine, PointsState, TeamMonth
from qualitydesk.penalties.model.rewards import Reward, RewardState, StarFacts, StarPlace
from qualitydesk.penalties.model.settlement import Kind, PersonSettled, SettlementLine, Settling
from qualitydesk.penalties.rules.explaining import word
from qualitydesk.penalties.ui.words import NOTHING, verdict_words

POINTS_TONES = {PointsState.STANDS: "", PointsState.CORRECTED: "muted", PointsState.WITHDRAWN: "muted"}
REWARD_TONES = {
    RewardState.PROPOSED: "warning",
    RewardState.APPROVED: "info",
    RewardState.GIVEN: "good",
    RewardState.WITHDRAWN: "muted",
}
KIND_TONES = {Kind.NEW: "", Kind.CARRIED: "warning", Kind.REVERSAL: "info"}


def people_choices(people: Iterable[Person]) -> list[Choice]:
    """People as a picker offers them: found by name, number and initials."""
    return [
        Choice(one.id, one.name, f"{one.number} · {one.department}", f"{one.institution}{one.initials}")
        for one in people
    ]


def signed(points: object) -> str:
    """Points with their sign; none as "—"."""
    if not isinstance(points, int) or not points:
        return NOTHING
    return f"+{points}" if points > 0 else f"−{-points}"


def sum_tone(fen: int) -> str:
    """What goes out is told by its sign; the colour says it, too."""
    return "danger" if fen < 0 else "good" if fen > 0 else "muted"


def fen_signed(fen: object) -> str:
    """A signed sum; nought as "—"."""
    return money.words(fen) if isinstance(fen, int) and fen else NOTHING


def percent(facts: StarFacts) -> str:
    """A mean score as 98.6 %."""
    return NOTHING if facts.score is None else f"{float(facts.score) * 100:.1f} %"


def lines_card(title: str, steps: Iterable[Line], language: str) -> card.Explanation:
    """Steps in codes as a block of the card."""
    return card.Explanation(title, tuple(card.Line(word(step, language)) for step in steps))


def points_card(line: PointsLine, base: int, language: str, third: int) -> card.Explanation:
    """Why an entry counts what it counts."""
    row = {"row_code": f"points.row.{line.row}", "points": signed(base)}
    steps = [Line("points.why.base", row), Line("points.why.nth", {"nth": line.nth})]
    if line.nth == third and line.points != base:
        steps.append(Line("points.why.third", {"points": signed(line.points)}))
    if line.team_points:
        steps.append(Line("points.why.team_points", {"points": signed(line.team_points)}))
    lines = [card.Line(word(step, language)) for step in steps]
    translate = QCoreApplication.translate
    if line.note:
        lines.append(card.Line(translate("Rewards", "Note"), note=line.note))
    if line.other_act:
        lines.append(card.Line(translate("Rewards", "Another act than the slip's"), note=line.other_act))
    if line.reason:
        lines.append(card.Line(capital(say(language, f"points.state.{line.state}")), tone="muted", note=line.reason))
    return card.Explanation(
        f"{line.employee} · {capital(say(language, f'points.act.{line.act}'))}",
        tuple(lines),
        translate("Rewards", "Points"),
        signed(line.points) if line.state is PointsState.STANDS else NOTHING,
    )


def person_month_card(one: PersonMonth, fen: int) -> card.Explanation:
    """What a month's points come to in money, deductions and praise apart."""
    translate = QCoreApplication.translate
    lines = [
        card.Line(name, money.words(points * fen), sum_tone(points), f"{signed(points)} × {money.words(fen)}")
        for name, points in (
            (translate("Rewards", "Points deducted"), one.minus),
            (translate("Rewards", "Points for praise"), one.plus),
        )
        if points
    ]
    net = money.words((one.minus + one.plus) * fen)
    note = translate("Rewards", "For the limits deductions count alone; praise is not set against them.")
    return card.Explanation(f"{one.name} · {one.month:%Y-%m}", tuple(lines), translate("Rewards", "Net"), net, note)


def team_month_card(one: TeamMonth, fen: int) -> card.Explanation:
    """A team's month, and what its praise of the year is worth."""
    translate = QCoreApplication.translate
    lines = [
        card.Line(name, money.words(points * fen), sum_tone(points), f"{signed(points)} × {money.words(fen)}")
        for name, points in (
            (translate("Rewards", "Points deducted"), one.minus),
            (translate("Rewards", "Points for praise"), one.plus),
            (translate("Rewards", "Praise of the year so far"), one.plus_of_year),
        )
        if points
    ]
    note = translate("Rewards", "A team's praise is paid at the end of the year, deductions count for the limits.")
    return card.Explanation(f"{one.department} · {one.month:%Y-%m}", tuple(lines), note=note)


def consequence_card(one: Consequence, language: str) -> card.Explanation:
    """How a proposal came about, and what was decided on it."""
    made = lines_card(f"{one.name} · {say(language, f'points.follows.{one.kind}')}", one.explanation, language)
    if one.decided is None:
        return made
    told = card.Line(verdict_words(one, (), language), strong=True)
    return replace(made, lines=(*made.lines, told))


def reward_card(one: Reward, language: str) -> card.Explanation:
    """A reward in full."""
    translate = QCoreApplication.translate
    between = "、" if language == "zh" else ", "
    facts: Sequence[tuple[str, str]] = (
        (translate("Rewards", "Number"), one.number),
        (translate("Rewards", "Department"), f"{one.institution} · {one.department}"),
        (translate("Rewards", "Day of the deed"), one.deed_on.isoformat()),
        (translate("Rewards", "Besides"), between.join(_extras(one, language))),
        (translate("Rewards", "Proposed by"), one.proposer),
        (translate("Rewards", "Approved by"), _who(one.approver, one.approved_on)),
        (translate("Rewards", "Given on"), one.given_on.isoformat() if one.given_on else ""),
    )
    wide = (f"{one.institution} · {one.department}", between.join(_extras(one, language)))
    lines = [card.Line(name, note=value) if value in wide else card.Line(name, value) for name, value in facts if value]
    lines.insert(0, card.Line(translate("Rewards", "Reason"), note=one.reason))
    if one.withdrawal_reason:
        lines.append(card.Line(capital(say(language, "reward.state.withdrawn")), note=one.withdrawal_reason))
    title = f"{one.employee} · {capital(say(language, f'reward.kind.{one.kind}'))}"
    return card.Explanation(
        title, tuple(lines), translate("Rewards", "Sum"), money.words(one.amount) if one.amount else NOTHING
    )


def star_card(place: StarPlace, language: str) -> card.Explanation:
    """Every number a place in the ranked list stands on."""
    facts = place.facts
    mean = {"score": percent(facts), "rounds": len(facts.shares)}
    lines = [card.Line(say(language, "star.why.mean", **mean), strong=True)] if facts.shares else []
    lines += [
        card.Line(say(language, "star.why.score", round=number, score=f"{float(share) * 100:.1f} %"), tone="muted")
        for number, share in facts.shares
    ]
    lines += [
        card.Line(say(language, "star.why.items", items=facts.items)),
        card.Line(say(language, "star.why.praise", count=facts.praise)),
    ]
    if facts.offences:
        lines.append(card.Line(say(language, "star.why.offences", count=facts.offences), tone="danger"))
    if facts.slips:
        lines.append(card.Line(say(language, "star.why.slips", count=facts.slips), tone="danger"))
    if facts.points:
        lines.append(card.Line(say(language, "star.why.points", points=-facts.points), tone="danger"))
    if not (facts.offences or facts.slips or facts.points):
        lines.append(card.Line(say(language, "star.why.clean"), tone="good"))
    barred = say(language, f"star.barred.{place.barred}") if place.barred else ""
    return card.Explanation(
        f"{facts.name} · {facts.department}",
        tuple(lines),
        QCoreApplication.translate("Rewards", "Rank"),
        barred or str(place.rank),
        say(language, "star.why.rank"),
    )


def line_card(line: SettlementLine, language: str) -> card.Explanation:
    """Why a line of a settled month says what it says."""
    translate = QCoreApplication.translate
    sums = [(translate("Rewards", "Due"), line.due), (translate("Rewards", "This month"), line.taken)]
    sums += [(translate("Rewards", "Counted only"), line.waived)] if line.waived else []
    sums += [(translate("Rewards", "Carried over"), line.carried)] if line.carried else []
    title = f"{line.claim.name} · {say(language, f'settle.cause.{line.claim.cause}')} {line.claim.source}"
    return card.Explanation(
        title,
        (
            *(card.Line(word(step, language)) for step in line.explanation),
            *(card.Line(name, money.words(fen), sum_tone(fen), strong=True) for name, fen in sums),
        ),
    )


def person_card(one: PersonSettled) -> card.Explanation:
    """A person's whole month."""
    translate = QCoreApplication.translate
    lines = [
        card.Line(translate("Rewards", "Deducted"), money.words(one.taken)),
        card.Line(translate("Rewards", "Paid"), money.words(one.paid)),
        card.Line(translate("Rewards", "Carried over"), money.words(one.carried)),
    ]
    if one.limit is not None:
        lines.append(card.Line(translate("Rewards", "At most to be deducted this month"), money.words(one.limit)))
    return card.Explanation(
        translate("Rewards", "{name}: the whole month").format(name=one.name),
        tuple(lines),
        translate("Rewards", "Net"),
        money.words(one.taken + one.paid),
    )


def month_cards(found: Settling) -> list[card.Explanation]:
    """What a month takes, pays and carries over, each sum as those of its people."""
    translate = QCoreApplication.translate
    blocks = []
    for title, sums, total in (
        (translate("Rewards", "Deducted"), [(one, one.taken) for one in found.people], found.taken),
        (translate("Rewards", "Paid"), [(one, one.paid) for one in found.people], found.paid),
        (translate("Rewards", "Carried over"), [(one, one.carried) for one in found.people], found.carried),
    ):
        lines = tuple(
            card.Line(f"{one.name} ({one.number})", money.words(fen), sum_tone(fen), one.institution)
            for one, fen in sums
            if fen
        )
        blocks.append(card.Explanation(title, lines, translate("Rewards", "Sum"), money.words(total)))
    return blocks


def _extras(one: Reward, language: str) -> list[str]:
    return [say(language, f"reward.extra.{code}") for code in one.extras]


def _who(name: str, day: object) -> str:
    return f"{name} {day}" if name else ""
