"""The wheel's build hook: compiles resources/i18n/zh_CN/*.ts into the one .qm the program loads.

`dev.py` runs it as a script for the checkout. Needs PySide6 beside it; an editable install does not run it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_translations(root: Path) -> None:
    """All .ts files into resources/i18n/qualitydesk_zh_CN.qm; nothing when that is newer than they are."""
    folder = root / "resources" / "i18n"
    compiled = folder / "qualitydesk_zh_CN.qm"
    sources = sorted((folder / "zh_CN").glob("*.ts"))
    fresh = compiled.exists() and all(compiled.stat().st_mtime_ns > ts.stat().st_mtime_ns for ts in sources)
    if not sources or fresh:
        return
    lrelease = [sys.executable, "-c", "from PySide6.scripts.pyside_tool import lrelease; lrelease()"]
    with tempfile.TemporaryDirectory(dir=folder) as aside:  # two starts at once must not write one file
        made = Path(aside) / compiled.name
        subprocess.run([*lrelease, "-silent", *map(str, sources), "-qm", str(made)], check=True)
        made.replace(compiled)


class TranslationsHook(BuildHookInterface[Any]):
    """Called by hatchling before it gathers the files of the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version != "editable":
            compile_translations(Path(self.root))


if __name__ == "__main__":
    compile_translations(Path(__file__).resolve().parent)
