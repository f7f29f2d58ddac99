"""The papers of a slip: its explanation as an appendix, the notice put right, and what a reprint says years after."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from tests.penalties.clinic import BADGE, BADGE_SIDE, Clinic

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import say
from qualitydesk.papers.model import LetterheadDraft
from qualitydesk.penalties.model import (
    AppealDecision,
    AppealDraft,
    AppealOutcome,
    SlipFilter,
    SlipLine,
    SlipState,
)
from qualitydesk.rulebook.model import Rule

FIRST, SECOND, TODAY = date(2026, 11, 10), date(2026, 11, 20), date(2026, 11, 21)
WHY = "库房当日统一更换胸卡，属实。"


def text_of(pdf: bytes) -> str:
    """All that is written, without breaks, so that a line may end anywhere."""
    return "".join("".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages)


def second_slip(clinic: Clinic) -> SlipLine:
    """The second offence of G1, approved, not issued: money for her and her line, one offence counted, one not."""
    clinic.sanction(FIRST, "G1", BADGE)
    slip = clinic.propose(clinic.walk(SECOND, {"G1": [BADGE, BADGE_SIDE]}), "G1")
    clinic.services.penalties.approve(slip.id, slip.revision, clinic.boss)
    return slip


def issued_with_explanation(clinic: Clinic) -> SlipLine:
    slip = second_slip(clinic)
    clinic.services.penalties.issue(slip.id, slip.revision + 1, clinic.by, explained=True)
    return slip


def reduced(clinic: Clinic, slip: SlipLine, outcome: AppealOutcome = AppealOutcome.REDUCED) -> None:
    """Appealed by her and decided by the general manager."""
    penalties = clinic.services.penalties
    now = penalties.slip(slip.id).slip
    penalties.appeal(slip.id, now.revision, AppealDraft(clinic.people["G1"], TODAY, "当日没有胸卡"), clinic.by)
    sums = tuple(fen // 2 for fen in penalties.sheet(slip.id).amounts)
    decision = AppealDecision(outcome, clinic.people["GM"], TODAY, WHY, sums)
    penalties.decide_appeal(slip.id, now.revision + 1, decision, clinic.by)


def test_a_slip_issued_with_its_explanation_archives_both_and_each_has_its_own_check_code(clinic: Clinic) -> None:
    slip = issued_with_explanation(clinic)
    services = clinic.services
    kept = services.penalties.slip(slip.id).slip
    assert kept.paper_id is not None and kept.appendix_paper_id is not None
    paper, appendix = services.papers.paper(kept.paper_id), services.papers.paper(kept.appendix_paper_id)
    assert appendix.line.number == f"{slip.number}-F"
    assert appendix.check != paper.check
    assert {line.id for line in services.papers.of_subject(slip.id)} == {paper.id, appendix.id}
    assert services.papers.check() == []
    sheet = services.penalties.sheet(slip.id)
    assert (sheet.check_code, sheet.appendix_check) == (paper.check, appendix.check)


def test_the_explanation_says_rule_inputs_offences_with_reasons_arithmetic_and_who_decided(desk: Clinic) -> None:
    slip = issued_with_explanation(desk)
    penalties = desk.services.penalties
    sheet = penalties.sheet(slip.id)
    told = text_of(penalties.appendix(slip.id, "zh"))
    values = desk.services.papers.paper(sheet.view.slip.appendix_paper_id).values  # type: ignore[arg-type]
    for wanted in (
        "第二次",  # the clause of the rung
        sheet.check_code,
        "".join(values["sum"].split()),
        values["total"],
        "提出",
        "批准",
        "签发",
        "贺明远",
        "顾晓岚",
    ):
        assert wanted in told, wanted
    assert [row["counted"] for row in values["offences"]] == [True]
    assert all(row["why"] for row in values["offences"])
    assert [(row["what"], row["decided_by"], row["entered_by"]) for row in values["steps"]] == [
        ("提出", "顾晓岚", "顾晓岚"),
        ("批准", "贺明远", "顾晓岚"),
        ("签发", "顾晓岚", "顾晓岚"),
    ]


def test_the_explanation_may_be_added_later_once_and_then_says_what_the_appeal_changed(clinic: Clinic) -> None:
    slip, penalties = second_slip(clinic), clinic.services.penalties
    with pytest.raises(Refused) as caught:
        penalties.explain_slip(slip.id, clinic.by)
    assert caught.value.code == "slip_not_issued"
    penalties.issue(slip.id, slip.revision + 1, clinic.by)
    reduced(clinic, slip)
    made = penalties.explain_slip(slip.id, clinic.by).value
    values = clinic.services.papers.paper(made).values
    assert values["appeal_outcome"] == "减轻处分"
    assert values["appeal_reason"] == WHY
    assert values["steps"][-1]["what"] == "申诉决定"
    papers = clinic.services.papers.of_subject(slip.id)
    assert penalties.explain_slip(slip.id, clinic.by).value == made
    assert clinic.services.papers.of_subject(slip.id) == papers
    assert [one.verb for one in penalties.sheet(slip.id).history][-1] == "explain_slip"


def test_printing_and_reprinting_an_explained_slip_gives_both_papers_and_withdrawing_marks_both(desk: Clinic) -> None:
    slip = issued_with_explanation(desk)
    penalties = desk.services.penalties
    kept = penalties.slip(slip.id).slip
    assert kept.paper_id is not None and kept.appendix_paper_id is not None
    pages = [desk.services.papers.paper(one).line.pages for one in (kept.paper_id, kept.appendix_paper_id)]
    for pdf in (penalties.preview(slip.id, "zh"), penalties.reprint(slip.id), penalties.originals([slip.id])):
        assert len(PdfReader(BytesIO(pdf)).pages) == sum(pages)
    copies = PdfReader(BytesIO(penalties.reprint(slip.id))).pages
    assert all("副本" in page.extract_text() or "COPY" in page.extract_text().upper() for page in copies)
    penalties.withdraw(slip.id, kept.revision, "经复核不成立", desk.by)
    marked = PdfReader(BytesIO(penalties.preview(slip.id, "zh"))).pages
    assert all("经复核不成立" in "".join(page.extract_text().split()) for page in marked)


# Notices put right


def published(clinic: Clinic) -> SlipLine:
    slip = issued_with_explanation(clinic)
    clinic.services.penalties.publish_notice([slip.id], clinic.by)
    return slip


@pytest.mark.parametrize("how", ["withdrawn", "granted", "reduced"])
def test_what_changes_after_its_notice_waits_until_a_correcting_notice_is_printed(clinic: Clinic, how: str) -> None:
    slip, penalties = published(clinic), clinic.services.penalties
    before = penalties.sheet(slip.id).amounts
    assert penalties.slip(slip.id).slip.correction_since is None
    if how == "withdrawn":
        penalties.withdraw(slip.id, penalties.slip(slip.id).slip.revision, WHY, clinic.by)
    else:
        reduced(clinic, slip, AppealOutcome.REDUCED if how == "reduced" else AppealOutcome.WITHDRAWN)
    (line,) = penalties.lines(SlipFilter(text=slip.number))
    assert line.correction_since == clinic.clock.now()
    (waits,) = [one for one in clinic.services.today.slips().rows if one.errand.value == "correct"]
    assert (waits.id, waits.number) == (slip.id, slip.number)

    paper = clinic.services.papers.paper(penalties.publish_correction([slip.id], clinic.by).value)
    (row,) = paper.values["rows"]
    assert paper.line.number == "GZ-BJ-2026-0001"
    assert row["notice"].startswith("RS-BJ-2026-0001")
    assert f"¥{before[0] / 100:.2f}" in row["told"]
    assert WHY in row["reason"]
    assert (row["now"] == "处分已撤销") == (how != "reduced")
    if how == "reduced":
        assert f"¥{before[0] / 200:.2f}" in row["now"]
    assert penalties.slip(slip.id).slip.correction_since is None
    assert not [one for one in clinic.services.today.slips().rows if one.errand.value == "correct"]
    assert penalties.sheet(slip.id).correction_number == "GZ-BJ-2026-0001"
    with pytest.raises(Refused) as caught:
        penalties.publish_correction([slip.id], clinic.by)
    assert caught.value.code == "nothing_to_correct"


def test_a_slip_reduced_and_put_right_and_then_withdrawn_is_put_right_once_more_from_what_was_told_last(
    desk: Clinic,
) -> None:
    slip, penalties = published(desk), desk.services.penalties
    before = penalties.sheet(slip.id).amounts
    reduced(desk, slip)
    penalties.publish_correction([slip.id], desk.by)
    penalties.withdraw(slip.id, penalties.slip(slip.id).slip.revision, "证据不足", desk.by)
    (row,) = desk.services.papers.paper(penalties.publish_correction([slip.id], desk.by).value).values["rows"]
    assert row["notice"].startswith("GZ-BJ-2026-0001")
    assert f"¥{before[0] / 200:.2f}" in row["told"]
    assert row["now"] == "处分已撤销"


def test_a_slip_withdrawn_before_its_reduction_was_put_right_tells_what_the_notice_said(desk: Clinic) -> None:
    slip, penalties = published(desk), desk.services.penalties
    before = penalties.sheet(slip.id).amounts
    reduced(desk, slip)
    penalties.withdraw(slip.id, penalties.slip(slip.id).slip.revision, "证据不足", desk.by)
    (row,) = desk.services.papers.paper(penalties.publish_correction([slip.id], desk.by).value).values["rows"]
    assert f"¥{before[0] / 100:.2f}" in row["told"]


def test_an_appeal_upheld_or_a_change_before_any_notice_needs_no_correction(desk: Clinic) -> None:
    slip, penalties = published(desk), desk.services.penalties
    reduced(desk, slip, AppealOutcome.UPHELD)
    assert penalties.slip(slip.id).slip.correction_since is None
    other = desk.sanction(TODAY, "G2", BADGE)
    penalties.withdraw(other.id, penalties.slip(other.id).slip.revision, "误录", desk.by)
    assert penalties.slip(other.id).slip.correction_since is None
    preview = penalties.correction_preview
    with pytest.raises(Refused):
        preview([other.id], desk.by, "zh")


# What a reprint says after logo, tariff and form have changed


def logo(color: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (240, 80), color).save(out, "PNG")
    return out.getvalue()


def set_logo(clinic: Clinic, color: str, seen: int) -> None:
    letterheads = clinic.services.letterheads
    kept = letterheads.keep_logo(logo(color))
    draft = LetterheadDraft(clinic.institution, False, name=f"和颐医院（{color}）", logo=kept, revision=seen)
    letterheads.save(draft, clinic.by)


def words_of(pdf: bytes) -> list[str]:
    """The words of each page in their order, without the mark of a copy across it and at its foot."""
    chinese, english = say("zh", "printing.copy"), say("en", "printing.copy")
    told = [f"{chinese}/{english}", chinese, english]
    found = ["".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]
    for mark in told:
        found = [words.replace("".join(mark.split()), "") for words in found]
    return found


def pictures_of(pdf: bytes) -> list[list[str]]:
    """The pictures of each page by the hash of their dots."""
    return [
        [hashlib.sha256(one.image.tobytes()).hexdigest() for one in page.images if one.image is not None]
        for page in PdfReader(BytesIO(pdf)).pages
    ]


def test_a_reprint_after_logo_tariff_and_form_have_changed_says_and_shows_what_was_issued(
    desk: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slip, explanation, notice and correcting notice: words and pictures compared, by hash."""
    services, penalties = desk.services, desk.services.penalties
    set_logo(desk, "teal", 0)
    slip = issued_with_explanation(desk)
    notice = penalties.publish_notice([slip.id], desk.by).value
    reduced(desk, slip)
    correction = penalties.publish_correction([slip.id], desk.by).value
    kept = penalties.slip(slip.id).slip
    assert kept.paper_id is not None and kept.appendix_paper_id is not None
    papers = (kept.paper_id, kept.appendix_paper_id, notice, correction)
    issued = {one: services.papers.original(one) for one in papers}
    assert all(any(pictures_of(pdf)) for pdf in issued.values())

    set_logo(desk, "purple", 1)
    ladder = services.rulebook.edition_on(Rule.LADDER, TODAY)
    values = _dearer(ladder.values)
    services.rulebook.publish(Rule.LADDER, values, ladder.texts, TODAY + timedelta(days=1), desk.by)
    _other_forms(monkeypatch)
    desk.clock.advance(timedelta(days=2))

    for paper, original in issued.items():
        again = services.papers.reprint(paper)
        assert again != original
        assert words_of(again) == words_of(original)
        assert pictures_of(again) == pictures_of(original)
        assert all("副本" in "".join(page.extract_text().split()) for page in PdfReader(BytesIO(again)).pages)
        assert services.papers.original(paper) == original
    assert services.papers.check() == []

    fresh = desk.propose(desk.walk(TODAY + timedelta(days=2), {"G2": [BADGE]}), "G2")
    penalties.approve(fresh.id, fresh.revision, desk.boss)
    penalties.issue(fresh.id, fresh.revision + 1, desk.by, explained=True)
    new = penalties.preview(fresh.id, "zh")
    assert "新版式" in text_of(new)
    assert not set(pictures_of(new)[0]) & set(pictures_of(issued[kept.paper_id])[0])


def _dearer(values: object) -> dict[str, object]:
    """The same ladder with every low sum of a payer at its high end."""

    def raised(value: object) -> object:
        if isinstance(value, dict) and {"low", "high"} <= set(value):
            choices = {"choices": [value["high"]]} if "choices" in value else {}
            sums = {"low": value["high"], **choices, **{one: value["high"] for one in ("ordinary",) if one in value}}
            return {**value, **sums}
        return {key: raised(one) for key, one in value.items()} if isinstance(value, dict) else value

    made = raised(values)
    assert isinstance(made, dict)
    return made


def _other_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on every form has another title."""
    import qualitydesk.papers.service.archive as archive
    from qualitydesk.printing.reading import form_from, load_form

    def other(name: str, forms: Path | None = None) -> object:
        source = load_form(name, forms).source
        body = [{"element": "text", "text": "新版式"}, *source["body"]]
        return form_from({**source, "body": body}, name)

    monkeypatch.setattr(archive, "load_form", other)


def test_both_papers_of_a_slip_are_archived_or_neither(desk: Clinic) -> None:
    slip, services = second_slip(desk), desk.services
    with pytest.raises(Refused):
        services.penalties.issue(slip.id, slip.revision, desk.by, explained=True)  # a revision of before
    assert services.papers.of_subject(slip.id) == []
    kept = services.penalties.slip(slip.id).slip
    assert (kept.state, kept.paper_id, kept.appendix_paper_id) == (SlipState.APPROVED, None, None)
