"""From the first start to a withdrawn slip: the whole thread at one go, with the program closed in the middle."""

from __future__ import annotations

from fractions import Fraction
from io import BytesIO
from uuid import UUID

from pypdf import PdfReader
from tests.hands import type_over
from tests.journeys.conftest import Sit
from tests.journeys.flows import (
    CHINESE,
    ENGLISH,
    LONG_NAME,
    begin_round,
    finish_round,
    found_group,
    pass_the_rest,
    staff_up,
    translate,
)
from tests.journeys.readable import chinese_in, texts_of
from tests.journeys.sitting import Key, Sitting

from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import RoundFilter, Verdict
from qualitydesk.inspections.ui.result import ResultPage
from qualitydesk.papers.ui.preview_dialog import PreviewDialog
from qualitydesk.penalties.model import SlipState
from qualitydesk.penalties.ui.approve_dialog import ApproveDialog
from qualitydesk.penalties.ui.proposals_page import ProposalsPage
from qualitydesk.penalties.ui.slip_page import SlipPage
from qualitydesk.storage import audit

APPEARANCE = ("appearance_women", "appearance_men", "appearance_guides")


def note(sitting: Sitting, text: str) -> None:
    """N, the words, Esc."""
    sitting.press("n")
    assert sitting.walking().side.note.hasFocus()
    sitting.write(text)
    sitting.press(Key.Key_Escape)
    sitting.settle()


def test_the_whole_thread_from_first_start_to_a_withdrawn_slip(sit: Sit) -> None:
    first = sit("en")
    found_group(first, CHINESE, "zh")
    first.page("rounds")
    assert "先在“组织”中录入科室和人员，再新建巡检。" in first.words()
    staff_up(first, CHINESE, "zh")
    names = [person.name for person in first.services.directory.people()]
    assert {"张𬱖", "Anna O'Neill", LONG_NAME, "顾晓岚", "周正"} == set(names)
    begin_round(first, packs=APPEARANCE)
    round_id = walk_half_way(first)
    where = first.item_in_view()
    first.close()

    again = sit().at_work()
    again.control(Key.Key_Return)  # continue
    again.until(lambda: again.walking().walker is not None)
    again.rest()
    assert again.item_in_view() == where
    walk_to_the_end(again)
    look_at_the_result(again, round_id)
    print_the_report(again, round_id)
    propose_all(again)
    decide_on_a_slip(again)
    again.close()

    last = sit().at_work()
    chain = audit.check(last.services.database)
    assert chain.broken_at is None and chain.entries > 30
    assert last.services.papers.check() == []
    slips = last.services.penalties.lines()
    numbers = sorted(int(slip.number.rsplit("-", 1)[1]) for slip in slips)
    assert numbers == list(range(1, len(slips) + 1)) and len(slips) == 2
    assert [line.number.rsplit("-", 1)[1] for line in last.services.rounds.lines(RoundFilter())] == ["0001"]
    last.close()


def walk_half_way(sitting: Sitting) -> UUID:
    """Answers of every kind on the first person, a few on the second; gives the round."""
    walker = sitting.walking().walker
    assert walker is not None
    round_id = walker.course.walk.round.id
    assert sitting.item_in_view()[0] == "张𬱖"
    sitting.walk_keys("12")
    note(sitting, "第三项：领口有污渍")  # of the third item, which then passes
    sitting.walk_keys("1-")
    sitting.walk_keys("2z")  # failed by mistake, taken back
    sitting.walk_keys("1")
    sitting.walk_keys("2f")
    pass_the_rest(sitting)
    assert sitting.item_in_view()[0] == "Anna O'Neill"
    sitting.walk_keys("112")
    return round_id


def walk_to_the_end(sitting: Sitting) -> None:
    pass_the_rest(sitting)
    assert sitting.item_in_view()[0] == LONG_NAME
    pass_the_rest(sitting)
    finish_round(sitting)


def look_at_the_result(sitting: Sitting, round_id: UUID) -> None:
    """What the page says, against what was answered, reckoned here anew."""
    page = sitting.window.current_page()
    assert isinstance(page, ResultPage)
    walk = sitting.services.rounds.walk(round_id)
    weights = {(stop.id, item.code): item.weight for stop in walk.stops for item in walk.items[stop.id]}
    given = {key: answer.given for key, answer in walk.answers.items()}
    assert set(given) == set(weights)
    verdicts = [one.verdict for one in given.values()]
    assert (verdicts.count(Verdict.FAIL), verdicts.count(Verdict.NOT_APPLICABLE)) == (3, 1)
    assert [one.note for one in given.values() if one.note] == ["第三项：领口有污渍"]
    assert [one.verdict for one in given.values() if one.fixed] == [Verdict.FAIL]
    counted = {key: weight for key, weight in weights.items() if given[key].verdict is not Verdict.NOT_APPLICABLE}
    earned = sum(weight for key, weight in counted.items() if given[key].verdict is Verdict.PASS)
    tenths = int(Fraction(earned, sum(counted.values())) * 1000)
    assert page.head.score.text() == f"{tenths // 10}.{tenths % 10} %"
    assert str(len(given)) in page.head.answered.text() and "3" in page.head.answered.text()
    assert page.failed.rowCount() == 3 and page.people.rowCount() == 3


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def pages_of(sitting: Sitting) -> int:
    """How many pages the preview shows; it is closed again."""
    preview = sitting.dialog(PreviewDialog)
    sitting.until(lambda: preview.page_list.count() > 0)
    sitting.rest()
    found = preview.page_list.count()
    sitting.press(Key.Key_Escape)
    sitting.front()
    return found


def print_the_report(sitting: Sitting, round_id: UUID) -> None:
    """Archived with the first preview; asked for again it is the same paper."""
    pages = []
    for _ in range(2):
        sitting.control(Key.Key_P)
        sitting.press(Key.Key_Return)  # as the options propose
        pages.append(pages_of(sitting))
    assert pages[0] == pages[1] > 0
    (paper,) = sitting.services.papers.of_subject(round_id)
    assert not paper.missing and paper.pages == pages[0]
    assert LONG_NAME in text_of(sitting.services.papers.original(paper.id)).replace("\n", "")


def propose_all(sitting: Sitting) -> None:
    sitting.control(Key.Key_Return)
    page = sitting.window.current_page()
    assert isinstance(page, ProposalsPage)
    sitting.rest()
    assert [one.employee for one in page.rows.all_rows()] == ["张𬱖", "Anna O'Neill"]
    sitting.control(Key.Key_Return, shift=True)
    sitting.press(Key.Key_Return)
    sitting.front()
    assert all(one.slip is not None for one in page.rows.all_rows())
    sitting.press(Key.Key_Return)  # on the row: its slip
    assert isinstance(sitting.window.current_page(), SlipPage)


def decide_on_a_slip(sitting: Sitting) -> None:
    """The drafter may not approve, the manager may; issued, printed again as a copy, withdrawn with a reason."""
    page = sitting.window.current_page()
    assert isinstance(page, SlipPage)
    number = next(slip.number for slip in sitting.services.penalties.lines() if slip.employee == "张𬱖")
    assert number in page.page_title()
    sitting.control(Key.Key_Return)
    dialog = sitting.dialog(ApproveDialog)
    assert dialog.decided_by.currentText().startswith("周正"), "the general manager is proposed"
    type_over(dialog.decided_by, "顾晓岚")
    assert list(dialog.problems_shown()) == ["decided_by"], "the drafter is not offered"
    sitting.press(Key.Key_Return)
    assert dialog.isVisible()
    type_over(dialog.decided_by, "周正")
    sitting.press(Key.Key_Return)
    assert dialog.problems_shown() == {"way": say("zh", "problem.approval_way_missing")}
    type_over(dialog.way, say("zh", "slip.way.written"))
    assert dialog.problems_shown() == {}
    sitting.press(Key.Key_Return)
    sitting.front()
    sitting.control(Key.Key_Return)
    sitting.press(Key.Key_Return)  # yes, issue
    sitting.front()
    slip = next(one for one in sitting.services.penalties.lines() if one.number == number)
    assert slip.state is SlipState.ISSUED
    sitting.control(Key.Key_P)
    assert pages_of(sitting) > 0
    sitting.control(Key.Key_P, shift=True)
    assert translate("SlipPapers", "Copy of {number}").format(number=number) == sitting.dialogs()[-1].windowTitle()
    assert pages_of(sitting) > 0
    (paper,) = sitting.services.papers.of_subject(slip.id)
    original, copy = sitting.services.papers.original(paper.id), sitting.services.papers.reprint(paper.id)
    mark = say("zh", "printing.copy")
    assert mark in text_of(copy) and mark not in text_of(original) and "张𬱖" in text_of(original)
    sitting.control(Key.Key_D)
    sitting.write("核实后确认当时在更换工装")
    sitting.press(Key.Key_Return)
    sitting.front()
    view = sitting.services.penalties.slip(slip.id)
    assert view.slip.state is SlipState.WITHDRAWN and view.slip.withdrawal_reason == "核实后确认当时在更换工装"


def speaks_english(sitting: Sitting) -> None:
    """Nothing Chinese on screen but the names typed."""
    names = frozenset({"张𬱖", LONG_NAME})
    for window in (sitting.window, *sitting.dialogs()):
        found = {text: chinese_in(text, names) for _where, text in texts_of(window)}
        assert not {text: words for text, words in found.items() if words}


def test_the_same_thread_in_english_shows_nothing_chinese(sit: Sit) -> None:
    sitting = sit("zh")
    found_group(sitting, ENGLISH, "en")
    speaks_english(sitting)
    staff_up(sitting, ENGLISH, "en")
    speaks_english(sitting)
    begin_round(sitting, only="张𬱖", besides="Peter Zhou", packs=APPEARANCE)
    speaks_english(sitting)
    sitting.walk_keys("2f1")
    note(sitting, "stain on the collar")
    pass_the_rest(sitting)
    speaks_english(sitting)
    finish_round(sitting)
    page = sitting.window.current_page()
    assert isinstance(page, ResultPage)
    for at in range(page.tabs.count()):
        page.tabs.setCurrentIndex(at)
        speaks_english(sitting)
    sitting.control(Key.Key_P)
    sitting.press(Key.Key_Return)  # as the options propose
    preview = sitting.dialog(PreviewDialog)
    sitting.until(lambda: preview.page_list.count() > 0)
    speaks_english(sitting)
    pages_of(sitting)
    sitting.control(Key.Key_Return)
    speaks_english(sitting)
    sitting.press(Key.Key_Return)  # proposes
    sitting.press(Key.Key_Return)  # and looks at the slip
    assert isinstance(sitting.window.current_page(), SlipPage)
    speaks_english(sitting)
    sitting.control(Key.Key_Return)
    approving = sitting.dialog(ApproveDialog)
    type_over(approving.way, say("en", "slip.way.written"))
    speaks_english(sitting)
    sitting.press(Key.Key_Return)
    sitting.front()
    sitting.control(Key.Key_Return)
    speaks_english(sitting)
    sitting.press(Key.Key_Return)
    sitting.front()
    (slip,) = sitting.services.penalties.lines()
    assert slip.state is SlipState.ISSUED
    (paper,) = sitting.services.papers.of_subject(slip.id)
    printed = text_of(sitting.services.papers.original(paper.id))
    assert "Peter Zhou" in printed and chinese_in(printed, frozenset({"张𬱖"})) == []
    sitting.close()
