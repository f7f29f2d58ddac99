"""The main job from end to end in a fresh database, through the real services and, for the pictures, the real window.

Writes both papers in both languages, a screenshot of every page, and figures.json; anything that does not hold is
named there and makes the exit code 1.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any
from uuid import UUID

from qualitydesk.app.bootstrap import Services, default_url, open_services
from qualitydesk.app.sample import SampleSize, fill
from qualitydesk.app.sample.people import Staffed
from qualitydesk.app.schema import metadata
from qualitydesk.basics.changes import By
from qualitydesk.inspections.model import Given, Item, RoundDraft, RoundKind, Verdict
from qualitydesk.penalties.model import SlipState
from qualitydesk.storage import audit
from qualitydesk.storage.dump import dump
from qualitydesk.storage.restore import restore

PEOPLE = 4


@dataclass
class Report:
    """What was checked, what was found, what was written."""

    figures: dict[str, Any] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    def hold(self, what: str, holds: bool) -> None:
        """Note a check; a false one makes the whole fail."""
        self.figures.setdefault("checks", {})[what] = holds
        if not holds:
            self.failures.append(what)


def self_test(out: Path, *, pictures: bool = True) -> int:
    """Run everything into `out`; 0 when all holds."""
    out.mkdir(parents=True, exist_ok=True)
    report = Report()
    begun = perf_counter()
    with tempfile.TemporaryDirectory(prefix="qualitydesk-") as folder:
        for name, part in _parts(pictures):
            try:
                part(Path(folder), out, report)
            except Exception as error:  # the rest is still tried, and the report says what failed
                report.failures.append(f"{name}: {type(error).__name__} {error}")
    report.figures["seconds"] = round(perf_counter() - begun, 1)
    report.figures["failures"] = report.failures
    report.figures["files"] = sorted(report.files)
    figures = json.dumps(report.figures, ensure_ascii=False, indent=1)
    (out / "figures.json").write_text(figures + "\n", encoding="utf-8")
    sys.stdout.write(f"{figures}\n")
    return 1 if report.failures else 0


def _parts(pictures: bool) -> list[tuple[str, Callable[[Path, Path, Report], None]]]:
    parts: list[tuple[str, Callable[[Path, Path, Report], None]]] = [("thread", _thread)]
    if pictures:
        parts.append(("screens", _screens))
    return parts


def _thread(folder: Path, out: Path, report: Report) -> None:
    home = folder / "thread"
    home.mkdir()
    services = open_services(default_url(home), home)
    try:
        made = fill(services, language="zh", size=SampleSize(days=100, every=12, slips=0))
        people = _nobody_found_on(services, made)
        rounds = [_round(services, made, people, turn) for turn in range(3)]
        _slips(services, made, rounds, out, report)
        _reports(services, made, rounds[-1], out, report)
        _whole(services, home, report)
    finally:
        services.close()


def _packs(services: Services) -> tuple[str, ...]:
    return tuple(pack.code for pack in services.standards.packs() if pack.code.startswith("appearance_"))


def _nobody_found_on(services: Services, made: Staffed) -> tuple[UUID, ...]:
    """People of the user's own clinic with a superior and without a finding so far: their ladder begins at the foot."""
    people = services.rounds.suggested_people(made.institutions[made.home], _packs(services))
    known = {one.employee_id for one in services.findings.of_employees([person.id for person in people])}
    supervisor = made.supervisors[made.home]
    free = [one.id for one in people if one.id != supervisor and one.superior_id and one.id not in known]
    return tuple(free[:PEOPLE])


def _round(services: Services, made: Staffed, people: tuple[UUID, ...], turn: int) -> UUID:
    """A patrol of the user's own clinic; the same first item fails each time, so that the ladder is climbed."""
    where, packs, supervisor = made.institutions[made.home], _packs(services), made.supervisors[made.home]
    by = By.alone(supervisor)
    draft = RoundDraft(RoundKind.PATROL, where, (supervisor,), packs, people)
    round_id = services.rounds.open_round(draft, by).value
    walk = services.rounds.walk(round_id)
    for at, stop in enumerate(walk.stops):
        given = [(item, _given(place, item, at, turn)) for place, item in enumerate(walk.items[stop.id])]
        services.rounds.record_answers(round_id, stop.id, given, by)
    services.rounds.finish_round(round_id, by)
    return round_id


def _given(place: int, item: Item, person: int, turn: int) -> Given:
    if place == 0 and person == 0:
        return Given(Verdict.FAIL, note=f"第 {turn + 1} 次 / no. {turn + 1}", fixed=turn == 0)
    if place == 3 and person <= turn:
        return Given(Verdict.FAIL)
    return Given(Verdict.PASS) if item.season is None else Given(Verdict.NOT_APPLICABLE)


def _slips(services: Services, made: Staffed, rounds: list[UUID], out: Path, report: Report) -> None:
    by, boss = made.by, By(made.gm, made.by.entered_by)
    rungs, numbers, papers = [], [], []
    for turn, round_id in enumerate(rounds):
        for place, proposal in enumerate(services.penalties.proposals(round_id)):
            slip = services.penalties.propose(round_id, proposal.employee_id, by).value
            numbers.append(slip.number)
            services.penalties.approve(slip.id, slip.revision, boss)
            language = "en" if turn == 2 and place == 1 else "zh"
            papers.append((language, services.penalties.issue(slip.id, slip.revision + 1, by, language=language).value))
            if place == 0:
                rungs.append(proposal.decision.rung)
            view = services.penalties.slip(slip.id)
            sums = sum(payment.amount for payment in view.slip.decision.payments)
            report.hold(f"{slip.number}: total is the sum of the lines", view.slip.decision.total == sums)
            report.hold(f"{slip.number}: issued", view.slip.state is SlipState.ISSUED)
    serials = sorted(int(number.rsplit("-", 1)[1]) for number in numbers)
    first = serials[0]  # the house may have slips of its own by then
    report.hold("slip numbers without gaps", serials == list(range(first, first + len(serials))))
    report.hold("the ladder climbs 1, 2, 3", rungs == [1, 2, 3])
    report.figures["slips"] = numbers
    for language in ("zh", "en"):
        found = next(paper for spoken, paper in reversed(papers) if spoken == language)
        _write(out / f"slip_{language}.pdf", services.papers.original(found), report)
        report.hold(f"slip_{language}: every character printed", not services.papers.paper(found).line.missing)
    _write(out / "slip_copy.pdf", services.papers.reprint(papers[0][1]), report)


def _reports(services: Services, made: Staffed, round_id: UUID, out: Path, report: Report) -> None:
    result = services.rounds.result(round_id)
    report.figures["round"] = {
        "number": result.walk.round.number,
        "score": str(result.score.share),
        "answered": result.score.answered,
        "total": result.score.total,
        "failed": result.score.failed,
        "repeats": [finding.nth for finding in result.findings],
    }
    report.hold("all items answered", result.score.answered == result.score.total)
    report.hold("the repeat is counted", max(finding.nth for finding in result.findings) == 3)
    for language in ("zh", "en"):
        paper = services.reports.issue(round_id, made.by, language=language).value
        _write(out / f"report_{language}.pdf", services.papers.original(paper), report)
        report.hold(f"report_{language}: every character printed", not services.papers.paper(paper).line.missing)


def _whole(services: Services, home: Path, report: Report) -> None:
    chain = audit.check(services.database)
    report.hold("the audit chain is whole", chain.broken_at is None)
    report.hold("archived papers are sound", services.papers.check() == [])
    report.figures["audit_entries"] = chain.entries
    backup = home / "backup.zip"
    dump(services.database, services.files, backup, tables=metadata)
    again = home / "again"
    again.mkdir()
    copy = open_services(default_url(again), again)
    try:
        restore(backup, copy.database, copy.files, tables=metadata)
        report.hold("a restored backup says the same", audit.check(copy.database) == chain)
        report.hold("and has the same slips", len(copy.penalties.lines()) == len(services.penalties.lines()))
    finally:
        copy.close()


def _screens(_: Path, out: Path, report: Report) -> None:
    from qualitydesk.app.gallery import Scene, photograph

    scene = Scene(languages=("zh", "en"), themes=("light",), sizes=((1366, 768, 1.0),), filled=(True,))
    report.files += [str(path.relative_to(out)) for path in photograph(out / "screens", scene)]


def _write(path: Path, content: bytes, report: Report) -> None:
    path.write_bytes(content)
    report.files.append(path.name)
