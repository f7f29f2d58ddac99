"""Printing for real: our own print job through a private CUPS, what arrived compared dot for dot with the paper."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat
from tests.cups import PrintServer, programs

from qualitydesk.inspections.printout import FIELDS as REPORT_FIELDS
from qualitydesk.penalties.printout import FIELDS as SLIP_FIELDS
from qualitydesk.printing.fields import samples
from qualitydesk.printing.pages import draw_page, page_sizes
from qualitydesk.printing.reading import load_form
from qualitydesk.printing.render import render

ROOT = Path(__file__).resolve().parents[2]
PRINTING = Path(__file__).with_name("printing_here.py")


@pytest.fixture(scope="module")
def server() -> Iterator[PrintServer]:
    """A private CUPS of this module; skipped where none is installed, but never under CI."""
    if sys.platform != "linux" or set(programs()) != {"cupsd", "lpadmin", "lpstat"}:
        if os.environ.get("CI") == "true":
            pytest.fail("CUPS is not installed, and CI must print through it")
        pytest.skip("CUPS is not installed")
    running = PrintServer()
    yield running
    running.stop()


def slip(paper: str = "A4") -> bytes:
    return render(load_form("penalty_slip"), samples(SLIP_FIELDS, "zh"), "zh", paper=paper, receivers=["employee"]).pdf


def report() -> bytes:
    return render(load_form("inspection_report"), samples(REPORT_FIELDS, "zh"), "zh").pdf


def start(server: PrintServer, *words: str) -> subprocess.Popen[str]:
    environment = {**os.environ, **server.environment, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, str(PRINTING), *words],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def outcome(running: subprocess.Popen[str], word: str = "") -> Any:
    told, trouble = running.communicate(word, timeout=120)
    assert running.returncode == 0, trouble
    return json.loads(told.splitlines()[-1])


def send(server: PrintServer, pdf: bytes, folder: Path, **choice: Any) -> bytes:
    """Print and give what arrived."""
    before = len(server.listener.arrived)
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    told = outcome(start(server, str(path), json.dumps(choice)))
    assert told == {"pages": len(page_sizes(pdf))}
    return server.listener.wait_for(before + 1)


def picture(pdf: bytes, index: int) -> Image.Image:
    drawn = draw_page(pdf, index, 100 / 72)
    return Image.frombytes("RGB", (drawn.width, drawn.height), drawn.dots, "raw", "BGRX", drawn.stride).convert("L")


def difference(one: bytes, other: bytes, index: int) -> float:
    """Mean difference of two pages, 0 to 255, softened so that half a dot of shift does not count."""
    first, second = picture(one, index), picture(other, index)
    soft = ImageFilter.GaussianBlur(2)
    return float(
        ImageStat.Stat(ImageChops.difference(first.filter(soft), second.resize(first.size).filter(soft))).mean[0]
    )


def files_in(arrived: bytes) -> list[bytes]:
    """A raw queue repeats the file for each copy."""
    return [b"%PDF-" + part for part in arrived.split(b"%PDF-")[1:]]


@pytest.mark.parametrize("made", [slip, report, lambda: slip("A5")], ids=["slip", "report", "slip A5"])
def test_what_arrives_at_the_printer_looks_like_the_preview(server: PrintServer, tmp_path: Path, made: Any) -> None:
    paper = made()
    (arrived,) = files_in(send(server, paper, tmp_path, printer="plain"))
    assert len(page_sizes(arrived)) == len(page_sizes(paper))
    for (width, height), (wide, high) in zip(page_sizes(paper), page_sizes(arrived), strict=True):
        assert (wide, high) == (pytest.approx(width, abs=1.5), pytest.approx(height, abs=1.5))
    for index in range(len(page_sizes(paper))):
        assert difference(paper, arrived, index) < 2.0
    other = render(load_form("penalty_slip"), samples(SLIP_FIELDS, "en"), "en", receivers=["finance"]).pdf
    assert difference(arrived, other, 0) > 3.0  # the measure does see other words


def test_three_copies_arrive_as_three(server: PrintServer, tmp_path: Path) -> None:
    assert len(files_in(send(server, slip(), tmp_path, printer="plain", copies=3))) == 3
    assert "copies" in server.options()


def test_tray_both_sides_and_grey_reach_the_printer(server: PrintServer, tmp_path: Path) -> None:
    send(server, slip(), tmp_path, printer="office", tray="Lower", two_sided=True, colour=False, copies=2)
    told = server.options()
    assert "InputSlot" in told and "Lower" in told
    assert "two-sided-long-edge" in told
    assert "print-color-mode" in told and "monochrome" in told
    assert "\x06copies\x00\x04\x00\x00\x00\x02" in told
    send(server, slip(), tmp_path, printer="office")
    plain = server.options()
    assert "InputSlot" not in plain and "one-sided" in plain and "monochrome" not in plain


def test_the_systems_printers_are_listed_with_what_they_can_do(server: PrintServer) -> None:
    found = {one["name"]: one for one in outcome(start(server, "list"))}
    assert set(found) == {"plain", "office"}
    assert [tray["key"] for tray in found["office"]["trays"]] == ["Upper", "Lower"]
    assert found["office"]["two_sided"] and found["office"]["colour"]
    assert found["plain"]["trays"] == [] and not found["plain"]["two_sided"]


def test_a_printer_that_is_gone_is_told_by_its_name(server: PrintServer, tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(slip())
    told = outcome(start(server, str(tmp_path / "paper.pdf"), json.dumps({"printer": "cellar"})))
    assert told == {"refused": "printer_gone", "printer": "cellar"}


def test_a_printing_system_that_is_down_is_told_in_words(server: PrintServer, tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(slip())
    server.halt()
    try:
        assert outcome(start(server, "list")) == []
        told = outcome(start(server, str(tmp_path / "paper.pdf"), json.dumps({"printer": "plain"})))
        assert told == {"refused": "printer_gone", "printer": "plain"}
        told = outcome(start(server, str(tmp_path / "paper.pdf"), json.dumps({})))
        assert told["refused"] == "no_printer"
    finally:
        server.start()


def test_a_printing_system_that_goes_down_before_the_run_is_told_in_words(server: PrintServer, tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(slip())
    running = start(server, str(tmp_path / "paper.pdf"), json.dumps({"printer": "plain"}), "wait")
    assert running.stdout is not None and running.stdout.readline() == "ready\n"
    server.halt()
    try:
        assert outcome(running, "go\n") == {"refused": "printer_failed", "printer": "plain"}
    finally:
        server.start()
