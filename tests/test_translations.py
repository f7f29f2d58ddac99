"""Every text on a screen has its Chinese. Extracts anew with lupdate, so a forgotten `dev.py i18n` shows as well."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[1]
KNOWN = ROOT / "resources" / "i18n" / "zh_CN"
PARTS = sorted(folder.parent for folder in (ROOT / "src" / "qualitydesk").glob("*/__init__.py"))

LANGUAGES = ("-source-language", "en", "-target-language", "zh_CN")  # without them lupdate may pass a file over


def extract(sources: list[Path], ts: Path) -> None:
    start = [sys.executable, "-c", "from PySide6.scripts.pyside_tool import lupdate; lupdate()"]
    line = [*start, "-silent", "-no-obsolete", "-locations", "none", *LANGUAGES, *map(str, sources), "-ts", str(ts)]
    ended = subprocess.run(line, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr


def messages(ts: Path) -> Iterator[tuple[str, ElementTree.Element]]:
    for context in ElementTree.parse(ts).iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name") or "", message


def wanting(ts: Path) -> list[str]:
    """The messages without Chinese, and those that lupdate found outside of any context (they would never match)."""
    found = []
    for context, message in messages(ts):
        translation = message.find("translation")
        done = translation is not None and translation.get("type") is None and (translation.text or "").strip()
        if not done or not context:
            found.append(f"{context or 'NO CONTEXT'}: {message.findtext('source')}")
    return found


def said(ts: Path) -> set[str]:
    return {
        f"{context}: {message.findtext('source')} ({message.findtext('comment') or ''})"
        for context, message in messages(ts)
    }


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_every_text_of_a_part_has_its_chinese(part: Path, tmp_path: Path) -> None:
    known, fresh = KNOWN / f"{part.name}.ts", tmp_path / f"{part.name}.ts"
    if known.exists():
        shutil.copy(known, fresh)
    extract(sorted(part.rglob("*.py")), fresh)
    faults = [f"without Chinese: {text}" for text in wanting(fresh)]
    faults += [f"no longer said: {text}" for text in sorted((said(known) if known.exists() else set()) - said(fresh))]
    if faults:
        pytest.fail("\n".join([*faults, "Run `python3 dev.py i18n`, then fill in the .ts files."]), pytrace=False)


def test_a_text_without_chinese_or_context_is_found(tmp_path: Path) -> None:
    source = tmp_path / "page.py"
    source.write_text(
        "from PySide6.QtCore import QT_TR_NOOP\n"
        "LOST = QT_TR_NOOP('Lost')\n\n\nclass Page:\n    def title(self):\n        return self.tr('Rounds')\n",
        encoding="utf-8",
    )
    extract([source], tmp_path / "page.ts")
    assert sorted(wanting(tmp_path / "page.ts")) == ["NO CONTEXT: Lost", "Page: Rounds"]
