"""Issued papers: kept whole, given back as they were, checked."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PIL import Image
from pypdf import PdfReader
from sqlalchemy import update

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.ids import new_id
from qualitydesk.papers import store
from qualitydesk.papers.model import Paper, check_code, digest_of
from qualitydesk.papers.service import Papers
from qualitydesk.storage import audit
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore

ME = UUID("01890000-0000-7000-8000-000000000001")
BY = By.alone(ME)


@pytest.fixture
def papers(database: Database, files: FileStore, clock: FixedClock, forms: Path) -> Papers:
    return Papers(database, files, clock, forms)


def slip(number: str = "CF-BJ-2026-0007", **more: Any) -> dict[str, Any]:
    return {
        "number": number,
        "group_name": "和颐医疗集团",
        "institution": "北京和颐医院",
        "employee_name": "张𬱖",
        "rule_text": "第二次违反同组标准的，处 50 元罚款。",
        "payers": [{"role": "责任员工", "name": "张𬱖", "sanction": "罚款", "amount": "¥50.00"}],
        "total": "¥50.00",
        **more,
    }


def issue(papers: Papers, values: dict[str, Any] | None = None, **more: Any) -> Paper:
    values = values or slip()
    return papers.issue(
        kind="slip", form_name="penalty_slip", number=values["number"], values=values, language="zh", by=BY, **more
    )


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def photo() -> tuple[str, bytes]:
    out = BytesIO()
    Image.new("RGB", (300, 200), (10, 120, 90)).save(out, "PNG")
    return hashlib.sha256(out.getvalue()).hexdigest(), out.getvalue()


def test_an_issued_paper_is_kept_with_all_it_was_made_of(papers: Papers, files: FileStore, clock: FixedClock) -> None:
    subject = new_id()
    issued = issue(papers, subject_id=subject)
    kept = papers.paper(issued.id)
    assert kept == issued
    assert kept.values == slip()
    assert kept.line.issued_at == clock.now()
    assert kept.line.issued_by == ME
    assert hashlib.sha256(files.get(kept.pdf)).hexdigest() == kept.pdf
    assert papers.original(issued.id) == files.get(kept.pdf)
    assert [line.id for line in papers.of_subject(subject)] == [issued.id]
    assert [line.id for line in papers.by_number(" CF-BJ-2026-0007 ")] == [issued.id]


def test_the_check_code_is_the_beginning_of_the_digest_and_stands_on_the_paper(papers: Papers) -> None:
    issued = issue(papers)
    assert issued.digest == digest_of(issued.values, issued.form, (), "zh")
    assert issued.check == check_code(issued.digest)
    assert len(issued.check) == 10
    assert issued.check in text_of(papers.original(issued.id))


def test_the_digest_changes_with_each_thing_it_covers() -> None:
    base = digest_of({"a": 1}, {"f": 1}, ("x", "y"), "zh")
    assert base == digest_of({"a": 1}, {"f": 1}, ("y", "x"), "zh")
    others = [
        digest_of({"a": 2}, {"f": 1}, ("x", "y"), "zh"),
        digest_of({"a": 1}, {"f": 2}, ("x", "y"), "zh"),
        digest_of({"a": 1}, {"f": 1}, ("x",), "zh"),
        digest_of({"a": 1}, {"f": 1}, ("x", "y"), "en"),
    ]
    assert len({base, *others}) == 5


def test_a_known_digest_gives_the_same_code_for_ever() -> None:
    assert (
        digest_of({}, {}, (), "zh")
        == hashlib.sha256(b'{"form":{},"images":[],"language":"zh","values":{}}').hexdigest()
    )
    assert check_code("00" * 32) == "AAAAAAAAAA"
    assert check_code("ff" * 32) == "7777777777"


def test_the_original_has_four_sets_and_no_mark(papers: Papers) -> None:
    text = text_of(papers.original(issue(papers).id))
    for receiver in ("员工本人", "机构财务", "总经办", "客服部"):
        assert receiver in text
    assert "副本" not in text
    assert "草稿" not in text


def test_a_reprint_says_the_same_and_that_it_is_a_copy(papers: Papers) -> None:
    issued = issue(papers)
    pages = PdfReader(BytesIO(papers.reprint(issued.id))).pages
    assert len(pages) == issued.line.pages
    for page in pages:
        assert "副本" in page.extract_text()
    for words in ("张𬱖", "¥50.00", issued.check):
        assert words in pages[0].extract_text() + pages[1].extract_text()


def test_a_reprint_knows_nothing_of_a_form_changed_later(papers: Papers, forms: Path) -> None:
    issued = issue(papers)
    original, before = papers.original(issued.id), papers.reprint(issued.id)
    changed = forms / "penalty_slip.toml"
    changed.write_text(changed.read_text(encoding="utf-8").replace("五、处分决定", "五、新的标题"), encoding="utf-8")
    assert "新的标题" in text_of(papers.previewed("penalty_slip", slip(), "zh"))
    assert papers.reprint(issued.id) == before
    assert papers.original(issued.id) == original
    changed.unlink()
    assert papers.reprint(issued.id) == before


def test_a_reprint_knows_nothing_of_a_letterhead_or_tariff_changed_later(papers: Papers) -> None:
    sha, picture = photo()
    first = issue(papers, slip(logo=sha), images={sha: picture})
    before = papers.reprint(first.id)
    issue(papers, slip("CF-BJ-2026-0008", group_name="新名称集团", rule_text="处 80 元罚款。", total="¥80.00"))
    assert papers.reprint(first.id) == before
    text = text_of(before)
    assert "和颐医疗集团" in text
    assert "处 50 元罚款" in text
    assert "新名称" not in text


def test_pictures_are_kept_and_stand_in_the_reprint(papers: Papers, files: FileStore) -> None:
    sha, picture = photo()
    values = slip(photos=[{"image": sha, "caption": "导诊台"}])
    issued = issue(papers, values, images={sha: picture})
    assert files.get(sha) == picture
    assert issued.images == (sha,)
    reprint = PdfReader(BytesIO(papers.reprint(issued.id)))
    assert any(page.images for page in reprint.pages)


def test_a_picture_under_a_wrong_name_is_a_mistake(papers: Papers) -> None:
    with pytest.raises(ValueError, match="hash"):
        issue(papers, images={"0" * 64: photo()[1]})


def test_the_paper_size_asked_for_is_kept_for_reprints(papers: Papers) -> None:
    issued = issue(papers, paper="A5")
    for pdf in (papers.original(issued.id), papers.reprint(issued.id)):
        assert round(float(PdfReader(BytesIO(pdf)).pages[0].mediabox[2])) == 420


def test_a_preview_is_one_set_marked_as_a_draft_and_leaves_nothing(papers: Papers, files: FileStore) -> None:
    pages = PdfReader(BytesIO(papers.previewed("penalty_slip", slip(number=""), "zh"))).pages
    assert all("草稿" in page.extract_text() for page in pages)
    assert "员工本人" not in pages[0].extract_text()
    assert list(files.names()) == []
    assert papers.check() == []


def test_issuing_joins_the_callers_transaction(papers: Papers, database: Database) -> None:
    with pytest.raises(RuntimeError), database.transaction():
        issue(papers)
        raise RuntimeError
    assert papers.by_number("CF-BJ-2026-0007") == []


def test_issuing_is_written_into_the_audit(papers: Papers, database: Database) -> None:
    issued = issue(papers)
    with database.reading() as connection:
        (entry,) = audit.history(connection, "paper", issued.id)
    assert entry.by == BY
    assert entry.after is not None
    assert entry.after["digest"] == issued.digest


def test_unknown_papers_are_refused(papers: Papers) -> None:
    with pytest.raises(Refused) as refused:
        papers.reprint(new_id())
    assert refused.value.code == "no_such_paper"


def test_a_sound_archive_passes_the_check(papers: Papers) -> None:
    sha, picture = photo()
    issue(papers, slip(photos=[{"image": sha, "caption": ""}]), images={sha: picture})
    assert papers.check() == []


def test_the_check_names_a_changed_content_and_its_reprint_is_refused(papers: Papers, database: Database) -> None:
    issued = issue(papers)
    with database.transaction() as connection:
        connection.execute(update(store.papers).values(content={**slip(), "total": "¥5.00"}))
    (fault,) = papers.check()
    assert (fault.paper_id, fault.number, fault.reason) == (issued.id, "CF-BJ-2026-0007", "content_changed")
    with pytest.raises(Refused) as refused:
        papers.reprint(issued.id)
    assert refused.value.code == "paper_changed"


def test_the_check_names_missing_and_damaged_files(papers: Papers, files: FileStore) -> None:
    sha, picture = photo()
    issued = issue(papers, slip(photos=[{"image": sha, "caption": ""}]), images={sha: picture})
    (files.folder / issued.pdf[:2] / issued.pdf).write_bytes(b"%PDF-other")
    (files.folder / sha[:2] / sha).unlink()
    assert [fault.reason for fault in papers.check()] == ["pdf_damaged", "image_missing"]


def test_several_papers_go_into_one_file_in_order(papers: Papers) -> None:
    first, second = issue(papers), issue(papers, slip("CF-BJ-2026-0008"))
    pages = PdfReader(BytesIO(papers.originals([second.id, first.id]))).pages
    assert len(pages) == first.line.pages + second.line.pages
    assert "CF-BJ-2026-0008" in pages[0].extract_text()
    assert "CF-BJ-2026-0007" in pages[-1].extract_text()


def test_missing_characters_are_noted_on_the_paper(papers: Papers) -> None:
    assert issue(papers, slip(employee_name="小明😀")).line.missing == "😀"


def test_the_archive_can_be_wired_without_loading_what_draws() -> None:
    code = (
        "import sys, qualitydesk.papers.service, qualitydesk.papers.ui\n"
        "print([name for name in ('reportlab', 'PIL', 'pypdfium2') if name in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"
