"""Letterheads: kept by owner, taken over when a paper is issued, never changed on one issued before (edge 14)."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.papers.model import LetterheadDraft, Owner, Paper
from qualitydesk.papers.service import Letterheads, Papers
from qualitydesk.printing.logo import fitted_logo
from qualitydesk.printing.pages import draw_page
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore

GROUP = UUID("01890000-0000-7000-8000-00000000000a")
CLINIC = UUID("01890000-0000-7000-8000-00000000000b")
BY = By.alone(UUID("01890000-0000-7000-8000-000000000001"))
VALUES = {
    "number": "CF-BJ-2026-0007",
    "group_name": "和颐医疗集团",
    "institution": "北京和颐医院",
    "payers": [{"role": "责任员工", "name": "张𬱖", "sanction": "罚款", "amount": "¥50.00"}],
    "total": "¥50.00",
}


@pytest.fixture
def letterheads(database: Database, files: FileStore, clock: FixedClock) -> Letterheads:
    return Letterheads(database, files, clock)


@pytest.fixture
def papers(database: Database, files: FileStore, clock: FixedClock, forms: Path) -> Papers:
    return Papers(database, files, clock, forms)


def logo(color: str = "#0F766E", kind: str = "PNG", **more: Any) -> bytes:
    image = Image.new("RGB", (400, 200), "white")
    ImageDraw.Draw(image).ellipse((20, 20, 180, 180), fill=color)
    out = BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def issue(papers: Papers, house: UUID | None = CLINIC) -> Paper:
    return papers.issue(
        kind="slip",
        form_name="penalty_slip",
        number="CF-BJ-2026-0007",
        values=VALUES,
        language="zh",
        by=BY,
        house=house,
    )


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_without_any_letterhead_group_and_institution_head_the_paper(papers: Papers) -> None:
    text = text_of(papers.original(issue(papers).id))
    assert "和颐医疗集团" in text and "北京和颐医院" in text


def test_an_institution_fills_what_it_leaves_empty_from_the_group(letterheads: Letterheads) -> None:
    letterheads.save(LetterheadDraft(GROUP, True, "和颐集团", "HEYI GROUP", "总部路 1 号", "010-1111"), BY)
    letterheads.save(LetterheadDraft(CLINIC, False, "", "", "分院街 2 号"), BY)
    told = letterheads.values_for(CLINIC)
    assert told == {"house_name": "和颐集团", "house_contact": "地址：分院街 2 号　电话：010-1111"}
    assert letterheads.values_for(None)["house_line"] == "HEYI GROUP"
    assert letterheads.values_for(UUID(int=7))["house_contact"] == "地址：总部路 1 号　电话：010-1111"
    assert letterheads.values_for(CLINIC, "en")["house_contact"].startswith("Address: 分院街 2 号")


def test_a_paper_takes_over_name_contact_and_logo_of_its_house(letterheads: Letterheads, papers: Papers) -> None:
    name = letterheads.keep_logo(logo())
    letterheads.save(LetterheadDraft(CLINIC, False, "和颐口腔", "口腔专科", "分院街 2 号", "010-2222", name), BY)
    paper = issue(papers)
    assert paper.images == (name,) and paper.values["house_logo"] == name
    text = text_of(papers.original(paper.id))
    assert "和颐口腔" in text and "口腔专科" in text and "分院街 2 号" in text
    assert coloured(papers.original(paper.id)) > 200
    assert "和颐口腔" not in text_of(papers.original(issue(papers, UUID(int=9)).id))


def coloured(pdf: bytes) -> int:
    """How many dots of the first page's upper left corner are teal."""
    drawn = draw_page(pdf, 0, 1.0)
    image = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.dots, "raw", "BGRX", drawn.stride)
    upper = image.crop((0, 0, 200, 120)).tobytes()
    dots = zip(upper[::3], upper[1::3], upper[2::3], strict=True)
    return sum(green > red + 40 and green > 90 and blue > 80 for red, green, blue in dots)


def test_an_issued_paper_says_the_same_after_letterhead_tariff_and_form_have_changed(
    letterheads: Letterheads, papers: Papers, forms: Path
) -> None:
    name = letterheads.keep_logo(logo())
    letterheads.save(LetterheadDraft(CLINIC, False, "和颐口腔", "口腔专科", "分院街 2 号", "", name), BY)
    paper = issue(papers)
    before, whole = text_of(papers.original(paper.id)), papers.original(paper.id)
    new = letterheads.keep_logo(logo("#B42318"))
    letterheads.save(LetterheadDraft(CLINIC, False, "新院名", "新科名", "新址", "", new, revision=1), BY)
    form = forms / "penalty_slip.toml"
    form.write_text(form.read_text(encoding="utf-8").replace("员工过失处分单", "改了名的单"), encoding="utf-8")
    assert papers.original(paper.id) == whole
    again = papers.reprint(paper.id)
    words = text_of(again)
    assert "副本" in words and "COPY" in words.upper()
    for said in ("和颐口腔", "口腔专科", "分院街 2 号", "员工过失处分单", "¥50.00", paper.check):
        assert said in before and said in words
    assert "新院名" not in words and "改了名的单" not in words
    assert coloured(again) > 200
    fresh = issue(papers)
    assert "新院名" in text_of(papers.original(fresh.id)) and "改了名的单" in text_of(papers.original(fresh.id))
    assert papers.check() == []


def test_a_letterhead_changed_meanwhile_is_refused_as_stale(letterheads: Letterheads) -> None:
    letterheads.save(LetterheadDraft(CLINIC, False, "甲"), BY)
    letterheads.save(LetterheadDraft(CLINIC, False, "乙", revision=1), BY)
    for seen in (0, 1):
        with pytest.raises(Refused) as refused:
            letterheads.save(LetterheadDraft(CLINIC, False, "丙", revision=seen), BY)
        assert refused.value.code == "stale"
    assert letterheads.all()[CLINIC].name == "乙" and letterheads.all()[CLINIC].revision == 2


def test_texts_longer_than_a_head_holds_are_told_beside_their_fields(letterheads: Letterheads) -> None:
    with pytest.raises(Refused) as refused:
        letterheads.save(LetterheadDraft(CLINIC, False, "长" * 61, address="址" * 101), BY)
    assert [(one.field, one.values["most"]) for one in refused.value.problems] == [("name", 60), ("address", 100)]


def test_the_sample_shows_a_letterhead_not_saved_yet(letterheads: Letterheads) -> None:
    letterheads.save(LetterheadDraft(GROUP, True, "和颐集团"), BY)
    pdf = letterheads.sample(LetterheadDraft(CLINIC, False, address="新址 5 号"), Owner(CLINIC, "北京和颐医院"), "zh")
    assert "和颐集团" in text_of(pdf) and "北京和颐医院" in text_of(pdf) and "新址 5 号" in text_of(pdf)
    assert set(letterheads.all()) == {GROUP}


def test_a_logo_keeps_nothing_but_its_dots() -> None:
    camera = Image.Exif()
    camera[0x010F], camera[0x0112] = "Camera", 6
    kept = fitted_logo(logo(kind="JPEG", exif=camera))
    with Image.open(BytesIO(kept)) as image:
        assert image.format == "PNG" and not image.getexif() and "exif" not in image.info
        assert image.size == (200, 400)  # turned as the camera said
    big = BytesIO()
    Image.effect_noise((5000, 5000), 40).save(big, "JPEG")
    with Image.open(BytesIO(fitted_logo(big.getvalue()))) as image:
        assert image.width <= 1200 and image.height <= 500


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "logo_no_picture"),
        (b"%PDF-1.4 no picture", "logo_no_picture"),
        (logo()[:200], "logo_no_picture"),
        (b"<html>" * 100, "logo_no_picture"),
        (b"\0" * (20 * 2**20 + 1), "logo_too_big"),
    ],
    ids=["empty", "a pdf", "cut off", "a page", "too big"],
)
def test_what_is_no_picture_is_no_logo(letterheads: Letterheads, content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        letterheads.keep_logo(content)
    assert refused.value.code == code


def test_a_picture_of_monstrous_size_is_refused_before_it_is_unpacked() -> None:
    head = Image.new("1", (20000, 20000))
    out = BytesIO()
    head.save(out, "PNG")
    with pytest.raises(Refused) as refused:
        fitted_logo(out.getvalue())
    assert refused.value.code == "logo_too_big"


def test_the_same_logo_is_kept_once(letterheads: Letterheads, files: FileStore) -> None:
    assert letterheads.keep_logo(logo()) == letterheads.keep_logo(logo())
    assert len(list(files.names())) == 1
    name = next(iter(files.names()))
    assert hashlib.sha256(files.get(name)).hexdigest() == name


def test_a_form_broken_by_its_user_is_told_with_place_and_reason(papers: Papers, forms: Path) -> None:
    form = forms / "penalty_slip.toml"
    sound = form.read_text(encoding="utf-8")
    for broken, element in (
        (sound.replace('element = "letterhead"', 'element = "letterhaed"'), "body[1]"),
        (sound + "\nnonsense = [", "file"),
        (sound.replace('paper = "A4"', 'paper = "A3"'), "form"),
        ("", "form"),
    ):
        form.write_text(broken, encoding="utf-8")
        with pytest.raises(Refused) as refused:
            issue(papers)
        assert refused.value.code == "form_broken"
        assert str(refused.value.words["element"]).startswith(element) and refused.value.words["reason"]
    form.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Refused) as refused:
        issue(papers)
    assert refused.value.code == "form_broken"
    form.unlink()
    with pytest.raises(Refused):
        papers.previewed("penalty_slip", VALUES, "zh")
    assert papers.by_number("CF-BJ-2026-0007") == []
