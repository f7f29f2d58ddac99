"""How tiers are said on screens: names, marks, and the calculation behind a move step by step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics import money
from qualitydesk.basics.phrases import capital, knows, say
from qualitydesk.kit.card import Explanation, Line
from qualitydesk.kit.dates import moment_words
from qualitydesk.members.model.tiers import Basis, Counted, Move, MoveState, TierLine, Way
from qualitydesk.members.ui.words import brief_words

TONES = {Way.UP: "good", Way.DOWN: "warning", Way.GRACE: "warning", Way.REGAINED: "good"}
STATE_TONES = {MoveState.OPEN: "info", MoveState.DECLINED: "muted", MoveState.LAPSED: "muted"}
_SHOWN = 20  # purchases of a calculation; the rest is counted


def tier_words(code: str, language: str) -> str:
    """VIP会员; a tier the group has made itself by its code."""
    return say(language, f"tier.name.{code}") if knows(language, f"tier.name.{code}") else code


def way_words(way: Way, language: str) -> str:
    return capital(say(language, f"tier.way.{way}"))


def yuan_words(fen: int) -> str:
    """Whole yuan, cut down: ¥200,000."""
    return f"¥{fen // 100:,}"


def bar_words(line: TierLine, language: str) -> str:
    """¥120,000 / 200,000 · 银卡"""
    needed = yuan_words(line.threshold).removeprefix("¥")
    return f"{yuan_words(line.spent)} / {needed} · {tier_words(line.next_tier, language)}"


def mark_words(line: TierLine, language: str) -> str:
    """What is to be known of a member in the list, the most pressing first."""
    translate = QCoreApplication.translate
    if line.proposed is Way.UP:
        return translate("Tiers", "Rise proposed")
    if line.proposed is Way.DOWN:
        return translate("Tiers", "Fall proposed")
    if line.pinned_until is not None:
        return translate("Tiers", "Pinned until {day}").format(day=line.pinned_until.isoformat())
    if line.grace_until is not None:
        return translate("Tiers", "Grace until {day}").format(day=line.grace_until.isoformat())
    if line.guaranteed_until is not None:
        return translate("Tiers", "Kept until {day}").format(day=line.guaranteed_until.isoformat())
    return ""


def mark_tone(line: TierLine) -> str:
    if line.proposed is Way.DOWN or line.grace_until is not None:
        return "warning"
    return "good" if line.proposed is Way.UP else ""


def move_title(move: Move, language: str) -> str:
    """升级：普通 → 银卡"""
    before, after = tier_words(move.from_tier, language), tier_words(move.to_tier, language)
    code = "move" if move.from_tier != move.to_tier else "same"
    return say(language, f"tier.card.{code}", way=way_words(move.way, language), before=before, after=after)


def move_card(move: Move, language: str, *, named: bool = True) -> Explanation:
    """A move with its calculation, what was counted and who decided. `named`: whose it is stands above."""

    def words(code: str, **values: object) -> str:
        return say(language, f"tier.card.{code}", **values)

    lines = [Line(brief_words(move.member), note=move.member.institution)] if named else []
    if move.basis is not None:
        lines += _basis_lines(move.basis, move.way, language)
    if move.way is not Way.UNPIN:
        lines.append(Line(words("on"), move.on.isoformat()))
    if move.until is not None:
        lines.append(Line(words(f"until_{move.way}"), move.until.isoformat()))
    decided = " · ".join(part for part in (move.decided_by, moment_words(move.decided_at)) if part)
    state = capital(say(language, f"tier.state.{move.state}"))
    lines.append(Line(words("state"), state, tone=STATE_TONES.get(move.state, "text"), note=decided))
    if move.reason:
        lines.append(Line(words("reason"), note=move.reason))
    return Explanation(move_title(move, language), tuple(lines))


def pending_cards(move: Move, language: str) -> list[Explanation]:
    """What is proposed and waits for a person, with its calculation and what was counted."""
    card = move_card(move, language, named=False)
    title = say(language, "tier.card.pending", move=card.title)
    return [Explanation(title, card.lines, note=say(language, "tier.card.pending_note")), *counted_card(move, language)]


def counted_card(move: Move, language: str) -> list[Explanation]:
    """The purchases that counted, the latest first; nothing where none did."""
    counted = move.basis.counted if move.basis is not None else ()
    title = say(language, "tier.card.counted", count=len(counted))
    return [Explanation(title, tuple(_counted_lines(counted, language)))] if counted else []


def _basis_lines(basis: Basis, way: Way, language: str) -> list[Line]:
    def words(code: str, **values: object) -> str:
        return say(language, f"tier.card.{code}", **values)

    last = basis.evaluated_for - timedelta(days=1)
    enough = basis.amount >= basis.threshold
    lines = [
        Line(words("as_of"), last.isoformat(), note=words("as_of_note")),
        Line(
            words("window"), words("months", months=basis.months),
            note=words("window_value", first=basis.window_from.isoformat(), last=last.isoformat()),
        ),
        Line(
            words("amount"), money.words(basis.amount), "good" if enough else "warning", words("amount_note"),
            strong=True,
        ),
        Line(words("threshold", tier=tier_words(basis.level, language)), money.words(basis.threshold)),
    ]  # fmt: skip
    if not enough:
        lines.append(Line(words("missing"), money.words(basis.threshold - basis.amount)))
    number, _, since = basis.edition.partition(" · ")
    lines.append(Line(words("edition"), words("edition_value", number=number), note=words("edition_note", day=since)))
    return lines


def _counted_lines(counted: Sequence[Counted], language: str) -> list[Line]:
    lines = [
        Line(one.day.isoformat(), money.words(one.fen), "warning" if one.fen < 0 else "text", one.number)
        for one in reversed(counted[-_SHOWN:])
    ]
    if len(counted) > _SHOWN:
        lines.append(Line(say(language, "tier.card.counted_more", count=len(counted) - _SHOWN), tone="muted"))
    return lines


def line_card(line: TierLine, language: str) -> Explanation:
    """Where a member stands and what comes if nothing more is bought."""

    def words(code: str, **values: object) -> str:
        return say(language, f"tier.card.{code}", **values)

    def name(code: str) -> str:
        return tier_words(code, language)

    lines = [
        Line(line.member.institution, tone="muted"),
        Line(words("spent", months=line.months), money.words(line.spent), strong=True),
    ]
    if line.next_tier != line.tier:
        lines.append(Line(words("to_next", tier=name(line.next_tier)), money.words(line.missing)))
    else:
        lines.append(Line(words("top")))
    if line.qualifies != line.tier:
        lines.append(Line(words("reaches"), name(line.qualifies)))
    for code, day in (
        ("guarantee", line.guaranteed_until), ("grace", line.grace_until), ("pinned", line.pinned_until)
    ):  # fmt: skip
        if day is not None:
            lines.append(Line(words(code), day.isoformat()))
    if line.lapses_on is not None:
        lines.append(Line(words("lapses"), line.lapses_on.isoformat(), note=words("lapses_note")))
    if line.falls is not None:
        note = words("falls_note")
        if line.fails_on is not None:
            note = words("falls_grace_note", day=line.fails_on.isoformat(), until=line.falls.isoformat())
        lines.append(Line(words("falls"), line.falls.isoformat(), tone="warning", note=note))
    else:
        lines.append(Line(words("falls_never"), tone="muted"))
    if line.keep_missing and line.falls is not None and line.keep_from is not None:
        note = words("keep_note", day=line.keep_from.isoformat(), left=money.words(line.keep_spent))
        lines.append(Line(words("keep", day=line.falls.isoformat()), money.words(line.keep_missing), note=note))
    return Explanation(words("member", name=brief_words(line.member), tier=name(line.tier)), tuple(lines))


def history_cards(moves: Sequence[Move], language: str) -> list[Explanation]:
    """A member's moves, the newest first."""
    if not moves:
        return [Explanation(say(language, "tier.card.history"), note=say(language, "tier.card.history_none"))]
    return [card for one in moves for card in (move_card(one, language, named=False), *counted_card(one, language))]
