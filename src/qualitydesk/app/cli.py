"""The command line: opens the window, or checks, backs up, restores, upgrades, tests itself. Light to import."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from qualitydesk import __version__


def parser() -> argparse.ArgumentParser:
    """All commands with their help."""
    top = argparse.ArgumentParser(
        prog="qualitydesk",
        description="Rounds, offences, sanctions and papers as one thread. Without a command the window opens.",
    )
    top.add_argument("--version", action="version", version=f"QualityDesk {__version__}")
    top.add_argument("--database", metavar="URL", default="", help="sqlite:///FILE or postgresql://…, else own file")
    top.add_argument("--home", metavar="DIR", default="", help="folder for settings, database, files and logs")
    top.add_argument("--sample", action="store_true", help="start on sample data when the database is empty")
    top.add_argument("--language", choices=("zh", "en"), default="", help="language of window and messages")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("check", help="check the database, the audit chain and the archived papers")
    backup = commands.add_parser("backup", help="write everything into one portable file")
    backup.add_argument("file", type=Path)
    restore = commands.add_parser("restore", help="fill an empty database from such a file")
    restore.add_argument("file", type=Path)
    commands.add_parser("upgrade", help="bring the database to this program's version (a backup is made first)")
    test = commands.add_parser("self-test", help="walk the main job in a fresh database and write its papers")
    test.add_argument("--out", type=Path, required=True, help="folder for papers, screenshots and figures")
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 0 = well, 1 = found something wrong, 2 = refused."""
    chosen = parser().parse_args(arguments)
    if chosen.home:
        os.environ["QUALITYDESK_HOME"] = str(Path(chosen.home).resolve())
    if chosen.command is None:
        from qualitydesk.app.start import run_window

        return run_window(url=chosen.database, sample=chosen.sample, language=chosen.language)
    from qualitydesk.app import commands

    return commands.run(chosen)


def open_window() -> int:
    """The entry of the start-menu icon."""
    return main(sys.argv[1:])
