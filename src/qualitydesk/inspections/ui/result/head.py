"""The head of the result: score and verdict, what stands behind them, the facts of the round."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from qualitydesk.basics.clock import local
from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import RoundResult, RoundState, Score
from qualitydesk.inspections.printout import score_why
from qualitydesk.inspections.rules.scoring import tenths
from qualitydesk.inspections.ui.sampling_words import sample_words
from qualitydesk.inspections.ui.words import (
    answered_words,
    failed_words,
    passed_tone,
    passed_words,
    percent,
    state_words,
)
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.pieces import Chip, Facts, hbox, label, vbox
from qualitydesk.kit.theme import EDGE, GRID


class ResultHead(QFrame):
    """Shows one result in a few lines."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._language = language
        self.score = label("", "item")
        self.verdict = Chip()
        self.answered = label("", tone="muted")
        self.why = label("", wrap=True, selectable=True)
        self.cause = label("", tone="danger", wrap=True)
        self.change = label("", wrap=True)
        self.facts = Facts()
        told = vbox(
            hbox(self.score, self.verdict, None), self.answered, self.why, self.cause, self.change, None, gap=GRID // 2
        )
        row = hbox(told, self.facts, gap=4 * GRID)
        row.setStretch(0, 1)
        row.setStretch(1, 1)
        row.setContentsMargins(EDGE, GRID, EDGE, GRID)
        self.setLayout(row)

    def show_result(self, result: RoundResult) -> None:
        """Score, verdict, causes, the change since the last round, the facts."""
        found, score = result.walk.round, result.score
        finished = found.state is RoundState.FINISHED
        verdict = score.passed if finished else None
        self.verdict.say(passed_words(verdict) if finished else state_words(found.state), passed_tone(verdict))
        self._show_score(score, finished)
        self.why.setText(score_why(score, result.partly, self._language))
        self.why.setVisible(bool(self.why.text()))
        self._show_cause(result)
        self._show_change(result)
        self._show_facts(result)

    def _show_score(self, score: Score, finished: bool) -> None:
        """A finished round leads with its share; any other with its count: 1 of 40 answered is not "100 %"."""
        share = percent(score.share)
        counted, failed = answered_words(score.answered, score.total), failed_words(score.failed)
        if finished:
            self.score.setText(share)
            told = f"{counted} · {failed}"
        else:
            self.score.setText(counted)
            told = self.tr("{failed} · score so far {share}").format(failed=failed, share=share)
        self.answered.setText(told)

    def _show_cause(self, result: RoundResult) -> None:
        titles = {item.code: item.title[self._language] for items in result.walk.items.values() for item in items}
        between = "、" if self._language == "zh" else ", "
        causes = [
            self.tr("{name}: {item}").format(name=each.stop.name, item=titles[code])
            for each in result.stops
            for code in each.score.critical
        ]
        words = self.tr("Critical item failed, which fails the round whatever the score: {causes}")
        self.cause.setText(words.format(causes=between.join(causes)))
        self.cause.setVisible(bool(causes))

    def _show_change(self, result: RoundResult) -> None:
        self.change.setVisible(result.walk.round.state is RoundState.FINISHED)  # half a round compares with nothing
        if result.score.share is None or result.previous is None:
            self.change.setText(self.tr("No earlier round of this kind here to compare with."))
            return
        points = tenths(result.score.share) - tenths(result.previous)
        figure, number = f"{abs(points) / 10:.1f}", result.previous_number
        if points > 0:
            words = self.tr("{points} points above the last round ({number})")
        elif points < 0:
            words = self.tr("{points} points below the last round ({number})")
        else:
            words = self.tr("As in the last round ({number})")
        self.change.setText(words.format(points=figure, number=number))

    def _show_facts(self, result: RoundResult) -> None:
        found, language = result.walk.round, self._language
        between = "、" if language == "zh" else ", "
        packs = [
            self.tr("{pack} (edition {edition})").format(pack=pack.name[language], edition=pack.edition)
            for pack in result.walk.packs
        ]
        if found.by_profile:
            packs.append(say(language, "report.by_profile"))
        times = f"{moment_words(found.started_at)} – {moment_words(found.finished_at)}".rstrip(" –")
        facts = (
            (self.tr("Institution"), found.institution),
            (self.tr("Kind"), say(language, f"round_kind.{found.kind.value}")),
            (self.tr("Inspectors"), between.join(found.inspectors)),
            (self.tr("Time"), times),
            (self.tr("Standards"), between.join(packs)),
            *self._further_facts(result),
        )
        self.facts.show_facts(facts)

    def _further_facts(self, result: RoundResult) -> list[tuple[str, str]]:
        """Why this lead, how people were drawn, who joined late: only where there is something to tell."""
        found = result.walk.round
        between = "、" if self._language == "zh" else ", "
        late = [f"{stop.name} {local(stop.added_at):%H:%M}" for stop in result.walk.stops if stop.added_at]
        facts = (
            (self.tr("Why this lead"), found.lead_reason),
            (self.tr("Drawn by lot"), sample_words(found.sample) if found.sample else ""),
            (self.tr("Added late"), between.join(late)),
            (self.tr("Corrected"), self._corrected(result)),
        )
        return [(name, words) for name, words in facts if words]

    def _corrected(self, result: RoundResult) -> str:
        if not result.corrections:
            return ""
        last = result.corrections[-1]
        return self.tr("{count} times, last {time} by {name}").format(
            count=len(result.corrections), time=moment_words(last.corrected_at), name=last.decided_by
        )
