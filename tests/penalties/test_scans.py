"""Scans of signed papers: read by their code or their name, and kept with the slip they are of."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from PIL import Image
from tests.penalties.clinic import Clinic

from qualitydesk.penalties.model import FilePurpose, MatchedBy, SlipLine, SlipState
from qualitydesk.penalties.rules import check_in, number_in
from qualitydesk.printing.codes import codes_in
from qualitydesk.printing.pages import draw_page

DAY = date(2026, 11, 20)


def paper(clinic: Clinic, slip: SlipLine) -> bytes:
    return clinic.services.penalties.originals([slip.id])


def scan(pdf: bytes, *, turn: float = 0, dpi: int = 150, kind: str = "JPEG") -> bytes:
    """The first page as a scanner gives it: a little askew, grey around."""
    page = draw_page(pdf, 0, dpi / 72)
    picture = Image.frombuffer("RGB", (page.width, page.height), page.dots, "raw", "BGRX", page.stride, 1)
    turned = picture.rotate(turn, expand=True, fillcolor=(225, 225, 225))
    out = BytesIO()
    turned.save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(("turn", "kind"), [(0, "PNG"), (2.5, "JPEG"), (180, "JPEG"), (90, "PDF")])
def test_a_scan_is_known_by_its_code_however_it_lay(desk: Clinic, turn: float, kind: str) -> None:
    slip = desk.sanction(DAY, "G1")
    content = scan(paper(desk, slip), turn=turn, kind=kind)
    (match,) = desk.services.penalties.match_scans([("IMG_0412", content)])
    assert (match.slip_id, match.by, match.sound) == (slip.id, MatchedBy.CODE, True)


def test_the_archived_file_itself_is_known_too(desk: Clinic) -> None:
    slip = desk.sanction(DAY, "G1")
    assert len(codes_in(paper(desk, slip))) == 1  # the same code on each of the four copies


def test_without_a_code_the_name_tells_by_number_or_check_code(clinic: Clinic) -> None:
    slip = clinic.sanction(DAY, "G1")
    penalties = clinic.services.penalties
    check = penalties.sheet(slip.id).check_code
    files = [(f"签字 {slip.number.lower()}.pdf", b"%PDF-broken"), (f"{check}.jpg", b"x"), ("IMG_0413.jpg", b"x")]
    matches = penalties.match_scans(files)
    assert [(one.slip_id, one.by) for one in matches] == [
        (slip.id, MatchedBy.NAME),
        (slip.id, MatchedBy.NAME),
        (None, MatchedBy.NOTHING),
    ]


def test_a_code_that_is_not_of_the_issued_paper_is_told(desk: Clinic) -> None:
    slip = desk.propose(desk.walk(DAY, {"G1": ("W-BADGE-01",)}), "G1")
    draft = scan(desk.services.penalties.preview(slip.id, "zh"))
    desk.issue(slip)
    (match,) = desk.services.penalties.match_scans([("x.jpg", draft)])
    if match.by is MatchedBy.CODE:  # a draft bears the number, but no check code
        assert (match.slip_id, match.sound) == (slip.id, False)
    else:
        assert match.slip_id is None


@pytest.mark.parametrize(
    ("text", "number", "check"),
    [
        ("CF-BJ-2026-0007 ABCDEFGH27", "CF-BJ-2026-0007", "ABCDEFGH27"),
        ("CF-BJ-2026-0007-S ABCDEFGH27", "CF-BJ-2026-0007", "ABCDEFGH27"),
        ("cf-北京-2026-12345_签字", "CF-北京-2026-12345", ""),
        ("XJ-BJ-2026-0007", "", ""),
        ("ABCDEFGH2789", "", ""),
    ],
)
def test_number_and_check_code_are_read_as_they_are_printed(text: str, number: str, check: str) -> None:
    assert (number_in(text), check_in(text)) == (number, check)


def test_scans_sign_a_slip_once_and_lie_with_it_afterwards(clinic: Clinic) -> None:
    slip, penalties = clinic.sanction(DAY, "G1"), clinic.services.penalties
    today = clinic.services.directory.today()
    penalties.take_scans(slip.id, [("1.jpg", b"front"), ("2.jpg", b"back")], today, clinic.by)
    penalties.take_scans(slip.id, [("3.jpg", b"later")], today, clinic.by)
    sheet = penalties.sheet(slip.id)
    assert sheet.view.slip.state is SlipState.ACKNOWLEDGED
    assert [(one.name, one.purpose) for one in sheet.files] == [
        (name, FilePurpose.SIGNED) for name in ("1.jpg", "2.jpg", "3.jpg")
    ]


def test_a_scan_can_be_kept_without_a_signature(clinic: Clinic) -> None:
    slip, penalties = clinic.sanction(DAY, "G1"), clinic.services.penalties
    penalties.take_scans(slip.id, [("1.jpg", b"front")], None, clinic.by)
    assert penalties.sheet(slip.id).view.slip.state is SlipState.ISSUED
