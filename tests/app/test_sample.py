"""The sample group: its size, its people by dates, its trends, and that it comes out the same for the same day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from qualitydesk.app.bootstrap import Services, default_url, open_services
from qualitydesk.app.opening import begin_sample
from qualitydesk.app.sample import SampleSize, fill
from qualitydesk.basics.clock import FixedClock
from qualitydesk.complaints.model import CaseFilter, CaseLine, Lane, Level, Outcome, Step
from qualitydesk.complaints.model.requests import RequestState
from qualitydesk.complaints.model.wishes import WishKind, WishOutcome, WishState
from qualitydesk.directory.model import EmployeeFilter, Region
from qualitydesk.inspections.model import RoundFilter, RoundState
from qualitydesk.kit.busy import Cancelled
from qualitydesk.members.model import CustomerFilter
from qualitydesk.penalties.model import SlipState
from qualitydesk.storage import audit

NOW = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)


def sampled(folder: Path, size: SampleSize, language: str = "zh") -> Services:
    services = open_services(default_url(folder), folder, clock=FixedClock(NOW))
    with services.database.transaction():
        fill(services, language=language, size=size)
    return services


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """Two years, thinned out."""
    made = sampled(tmp_path_factory.mktemp("sample"), SampleSize(days=730, every=40, slips=120))
    yield made
    made.close()


def test_there_are_eight_institutions_and_two_hundred_and_twenty_people(services: Services) -> None:
    regions = Counter(institution.region for institution in services.directory.institutions())
    assert regions == {Region.BEIJING: 5, Region.OTHER: 3}
    people = services.directory.people()
    assert len(people) == 220
    assert len({person.name for person in people}) == 220
    assert {"张𬱖", "Anna O'Neill"} <= {person.name for person in people}


def test_there_are_customers_of_a_range_nobody_is_given_some_of_them_flagged(services: Services) -> None:
    members = services.members
    assert members.count() == 400
    everybody = [members.customer(line.id) for line in members.lines(limit=None, descending=False)]
    assert {one[:7] for customer in everybody for one in customer.telephones} == {"1990000"}
    assert len({one for customer in everybody for one in customer.telephones}) == 400 + 400 // 12
    flagged = [customer.flag for customer in everybody if customer.flag is not None]
    assert members.count(CustomerFilter(flagged=True)) == len(flagged)
    cases = tuple(line.number for line in services.complaints.lines(limit=None))
    assert len([flag for flag in flagged if not flag.reason.startswith(cases)]) == 7
    moments = [customer.added_at for customer in everybody]
    assert moments == sorted(moments) and moments[-1] < NOW


def test_everyone_answers_to_somebody_but_the_general_manager(services: Services) -> None:
    alone = [person.post_code for person in services.directory.people() if person.superior_id is None]
    assert alone == ["gm"]


def test_every_department_with_people_has_a_head(services: Services) -> None:
    headed = set(services.directory.head_names())
    assert {person.department_id for person in services.directory.people()} <= headed


def test_one_clinic_had_another_head_of_its_guides_before(services: Services) -> None:
    today = services.directory.today()
    changed = [
        department.name
        for department in services.directory.departments()
        if len({term.employee_id for term in services.directory.heads(department.id)}) > 1
    ]
    assert changed == ["导医部"]
    before = services.directory.head_names(today - timedelta(days=400))
    assert before != services.directory.head_names(today)


def test_some_have_a_history_and_every_clinic_has_places(services: Services) -> None:
    directory = services.directory
    files = [directory.terms.person_file(person.id) for person in directory.people(EmployeeFilter("HQ01"))]
    assert [len(file.corrections) for file in files] == [1, 0, 0]
    assert [len(file.absences) for file in files] == [0, 1, 0]
    assert [file.employee.left_on is not None for file in files] == [False, False, True]
    assert {place.institution_id for place in directory.places()} == {home.id for home in directory.institutions()}


def test_one_clinic_got_worse_lately_and_the_others_better(services: Services) -> None:
    lines = services.rounds.lines(RoundFilter(state=RoundState.FINISHED), limit=1000)
    split = NOW - timedelta(days=200)

    def failed(code: str, *, late: bool) -> float:
        mine = [line for line in lines if f"-{code}-" in line.number and (line.started_at > split) is late]
        return sum(line.failed for line in mine) / sum(line.answered for line in mine)

    assert failed("YQ", late=True) > 1.5 * failed("YQ", late=False)
    others = [code for code in ("QQ", "SL", "MH", "XP") if failed(code, late=True) < failed(code, late=False)]
    assert len(others) >= 3


def test_complaints_stand_in_every_lane_and_step_with_every_level(services: Services) -> None:
    board = {lane.lane: lane.count for lane in services.complaints.board()}
    assert all(board[lane] for lane in Lane)
    lines = services.complaints.lines(CaseFilter(merged=True), limit=None)
    assert len(lines) == 42, "forty, one heard twice, one that was a wish before"
    assert {line.step for line in lines} == {*Step, None}
    levels = Counter(line.level for line in lines)
    assert set(levels) == {*Level, None} and levels[Level.V] == 1
    assert [len([line for line in lines if there(line)]) for there in (_merged, _reopened, _paused)] == [1, 1, 3]
    assert any(line.overdue(NOW) for line in lines) and max(line.received_at for line in lines) < NOW


def test_requests_and_wishes_stand_in_every_state(services: Services) -> None:
    requests, wishes = services.requests.lines(limit=None), services.wishes.lines(limit=None)
    assert len(requests) >= 12 and {line.state for line in requests} == set(RequestState)
    assert any(line.missed for line in requests) and any(line.returned for line in requests)
    assert 1 <= services.requests.due().overdue < services.requests.due().open
    assert all(line.asked_id != line.department_id for line in requests)
    assert len(wishes) >= 12 and {line.state for line in wishes} == set(WishState)
    assert {line.kind for line in wishes} == set(WishKind)
    assert {line.outcome for line in wishes} == {*WishOutcome, None}
    assert any(line.flagged for line in wishes)
    assert all(line.named for line in wishes if line.kind is WishKind.PRAISE)
    assert max(one.received_at for one in (*requests, *wishes)) < NOW


def _merged(line: CaseLine) -> bool:
    return line.merged_into is not None


def _reopened(line: CaseLine) -> bool:
    return line.reopened > 0


def _paused(line: CaseLine) -> bool:
    return line.paused


def test_the_numbers_of_complaints_run_on_without_a_gap(services: Services) -> None:
    lines = services.complaints.lines(CaseFilter(merged=True), limit=None, sort="number", descending=False)
    runs: dict[str, list[int]] = {}
    for line in lines:
        runs.setdefault(line.number[:-2], []).append(int(line.number[-2:]))
    assert all(run == list(range(1, len(run) + 1)) for run in runs.values())


def test_the_sums_of_complaints_are_what_was_paid_and_people_answered_for_them(services: Services) -> None:
    lines = {line.id: line for line in services.complaints.lines(CaseFilter(merged=True), limit=None)}
    rows = list(services.complaints.statistics(NOW))
    done = [row for row in rows if lines[row.id].step is None]
    for row in done:
        line = lines[row.id]
        assert line.refund == sum(amount for _at, amount in row.refunds)
        assert line.compensation == sum(amount for _at, amount in row.compensations)
    assert sum(line.refund for line in lines.values()) % 10_000 == 0, "hundreds of yuan, in fen"
    assert any(row.refunds for row in done) and any(row.compensations for row in done)
    assert any(row.fines for row in done)
    outcomes = {outcome for row in rows for _kind, outcome in row.outcomes}
    assert {Outcome.UPHELD, Outcome.NOT_UPHELD, Outcome.WITHDRAWN} <= outcomes
    late = [row for row in done if row.closed_at and row.close_due_at and row.closed_at > row.close_due_at]
    assert late and len(late) < len(done)


def test_this_mornings_round_waits_half_walked(services: Services) -> None:
    line, yesterday = services.rounds.lines(RoundFilter(state=RoundState.OPEN))
    assert yesterday.answered and yesterday.people == 1, "a guide is followed step by step"
    assert 0 < line.answered < line.total
    assert services.rounds.round(line.id).cursor is not None


def test_slips_stand_in_every_state_on_their_way(services: Services) -> None:
    assert {SlipState.PROPOSED, SlipState.APPROVED, SlipState.ISSUED} <= set(services.penalties.waiting())
    assert audit.check(services.database).broken_at is None
    assert services.papers.check() == []


def test_the_same_day_gives_the_same_sample(tmp_path: Path) -> None:
    seen = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        made = sampled(tmp_path / name, SampleSize(days=40, every=14, slips=40), "en")
        seen.append(
            (
                [(person.number, person.name, person.superior) for person in made.directory.people()],
                [(line.number, line.failed, line.share) for line in made.rounds.lines(limit=500)],
                [(case.number, case.step, case.narrative, case.next_due_at) for case in made.complaints.lines()],
                [(slip.number, slip.employee, slip.rung, slip.total) for slip in made.penalties.lines(limit=500)],
            )
        )
        made.close()
    assert seen[0] == seen[1]


def test_a_sample_that_is_stopped_leaves_nothing_behind(tmp_path: Path) -> None:
    class Stopped:
        def step(self, done: int, total: int, words: str = "") -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        begin_sample(Stopped(), "", str(tmp_path), "zh")  # type: ignore[arg-type]
    services = open_services(default_url(tmp_path), tmp_path)
    assert services.directory.group() is None
    assert audit.check(services.database).entries == 0
    services.close()
