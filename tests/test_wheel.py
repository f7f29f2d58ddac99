"""The wheel carries what the program reads: fonts, phrases, forms, translations; found there without the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

LOOK = """
import json, sys
from qualitydesk.basics.phrases import say
from qualitydesk.basics.places import shipped
print(json.dumps({"found": [str(shipped(what)) for what in sys.argv[1:]], "phrase": say("zh", "refused.draft")}))
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as `dev.py wheel` builds it, laid open in a folder with a space and Chinese in its name."""
    built = tmp_path_factory.mktemp("built")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--no-deps", "--no-build-isolation"]
    ended = subprocess.run([*pip, "-w", str(built), str(ROOT)], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    (wheel,) = built.glob("*.whl")
    folder = tmp_path_factory.mktemp("客服 台") / "site"
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
        packed.extractall(folder)
    assert len(names) == len(set(names)), "a file is packed twice"
    assert not [name for name in names if name.endswith(".pyc")]
    return folder


def shipped_files() -> list[str]:
    """Every file under resources and forms, and what is compiled from the .ts files."""
    found = [path for top in ("resources", "forms") for path in (ROOT / top).rglob("*") if path.is_file()]
    names = {path.relative_to(ROOT).as_posix() for path in found}
    return sorted(
        names | ({"resources/i18n/qualitydesk_zh_CN.qm"} if any(name.endswith(".ts") for name in names) else set())
    )


def test_every_shipped_file_is_found_inside_the_wheel_and_not_in_the_checkout(unpacked: Path, tmp_path: Path) -> None:
    wanted = [*shipped_files(), "resources/fonts", "resources/phrases", "forms"]
    ended = subprocess.run(
        [sys.executable, "-P", "-c", LOOK, *wanted],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(unpacked), "PYTHONUTF8": "1"},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    answer = json.loads(ended.stdout)
    data = unpacked / "qualitydesk" / "_data"
    assert [Path(found) for found in answer["found"]] == [data / what for what in wanted]
    assert "标出" in answer["phrase"]


def test_the_wheel_names_its_licence_and_its_commands(unpacked: Path) -> None:
    (described,) = unpacked.glob("*.dist-info")
    assert (described / "licenses" / "LICENSE").exists()
    assert (described / "licenses" / "THIRD_PARTY_NOTICES.md").exists()
    assert "qualitydesk = qualitydesk.app.cli:main" in (described / "entry_points.txt").read_text(encoding="utf-8")
