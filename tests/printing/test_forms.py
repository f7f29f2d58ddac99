"""Every form with its samples, in both languages on both papers. A new form is one line in FORMS."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from qualitydesk.basics.places import shipped
from qualitydesk.complaints.printout import CASE_FIELDS, MONTH_FIELDS, REFUND_FIELDS
from qualitydesk.insights.printout import CALIBRATION_FIELDS
from qualitydesk.insights.printout import FIELDS as WEEK_FIELDS
from qualitydesk.insights.printout.month_report import MONTH_REPORT_FIELDS
from qualitydesk.insights.printout.quarter import QUARTER_FIELDS
from qualitydesk.insights.printout.score_report import SCORE_FIELDS
from qualitydesk.inspections.printout import CHECKLIST_FIELDS, EXPERIENCE_FIELDS, HANDBOOK_FIELDS
from qualitydesk.inspections.printout import FIELDS as INSPECTION_FIELDS
from qualitydesk.measures.printout import FIELDS as MEASURE_FIELDS
from qualitydesk.members.printout import CARD_FIELDS, CARE_FIELDS, COPY_FIELDS
from qualitydesk.penalties.printout import (
    APPEAL_FIELDS,
    APPENDIX_FIELDS,
    BULLETIN_FIELDS,
    CERTIFICATE_FIELDS,
    CORRECTION_FIELDS,
    NOTICE_FIELDS,
    SETTLEMENT_FIELDS,
    SHEET_FIELDS,
    TRIAL_FIELDS,
)
from qualitydesk.penalties.printout import FIELDS as PENALTY_FIELDS
from qualitydesk.printing.check import undeclared
from qualitydesk.printing.fields import Field, samples
from qualitydesk.printing.form import PAPERS
from qualitydesk.printing.reading import load_form
from qualitydesk.printing.render import render
from qualitydesk.today.printout.day import DAY_FIELDS

FORMS: dict[str, tuple[Field, ...]] = {
    "penalty_slip": PENALTY_FIELDS,
    "appeal_decision": APPEAL_FIELDS,
    "slip_appendix": APPENDIX_FIELDS,
    "personnel_notice": NOTICE_FIELDS,
    "notice_correction": CORRECTION_FIELDS,
    "rectification_notice": MEASURE_FIELDS,
    "inspection_report": INSPECTION_FIELDS,
    "experience_report": EXPERIENCE_FIELDS,
    "checklist": CHECKLIST_FIELDS,
    "handbook": HANDBOOK_FIELDS,
    "weekly_summary": WEEK_FIELDS,
    "calibration": CALIBRATION_FIELDS,
    "quality_quarter": QUARTER_FIELDS,
    "supervisor_month": MONTH_REPORT_FIELDS,
    "service_score": SCORE_FIELDS,
    "complaint_case": CASE_FIELDS,
    "complaint_refund": REFUND_FIELDS,
    "complaint_month": MONTH_FIELDS,
    "reward_certificate": CERTIFICATE_FIELDS,
    "honour_bulletin": BULLETIN_FIELDS,
    "settlement_list": SETTLEMENT_FIELDS,
    "reception_card": CARD_FIELDS,
    "care_list": CARE_FIELDS,
    "day_work": DAY_FIELDS,
    "person_copy": COPY_FIELDS,
    "rule_sheet": SHEET_FIELDS,
    "rule_trial": TRIAL_FIELDS,
}


def test_every_form_we_ship_is_in_the_table() -> None:
    assert {path.stem for path in shipped("forms").glob("*.toml")} == set(FORMS)


@pytest.mark.parametrize("name", FORMS)
def test_a_form_uses_declared_fields_only(name: str) -> None:
    assert undeclared(load_form(name), FORMS[name]) == []


@pytest.mark.parametrize("name", FORMS)
def test_every_field_has_a_label_and_a_sample_in_both_languages(name: str) -> None:
    keys = [field.key for field in FORMS[name]]
    assert len(keys) == len(set(keys))
    for field in FORMS[name]:
        assert set(field.label) == {"zh", "en"}
        assert all(field.label.values())
        chinese, english = field.sample_in("zh"), field.sample_in("en")
        assert type(chinese) is type(english)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", FORMS)
def test_a_form_renders_with_its_samples(name: str, language: str, paper: str) -> None:
    values, form = samples(FORMS[name], language), load_form(name)
    done = render(form, values, language, paper=paper, check="ABCDE23456")
    assert done.missing == ()
    reader = PdfReader(BytesIO(done.pdf))
    assert len(reader.pages) == done.pages
    sides = PAPERS[paper][::-1] if form.across else PAPERS[paper]
    assert tuple(round(side) for side in reader.pages[0].mediabox[2:]) == tuple(round(side) for side in sides)
    text = "".join(page.extract_text() for page in reader.pages)
    assert "张𬱖" in text
    assert values["number"] in text
    assert "{" not in text


@pytest.mark.parametrize("name", FORMS)
def test_an_english_form_has_no_chinese_text_of_its_own(name: str) -> None:
    form = load_form(name)
    texts = PdfReader(BytesIO(render(form, {"number": "N-1"}, "en").pdf))
    found = {char for page in texts.pages for char in page.extract_text() if "\u2e80" <= char <= "\u9fff"}
    assert not found


@pytest.mark.parametrize("name", FORMS)
def test_a_form_renders_with_no_values_at_all(name: str) -> None:
    assert render(load_form(name), {}, "zh").pages >= 1
