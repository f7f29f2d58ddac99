"""What the command line can do besides opening the window."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from qualitydesk.app.bootstrap import Services, default_url, open_services
from qualitydesk.app.schema import metadata
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import say
from qualitydesk.basics.places import own_folder
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.storage import audit
from qualitydesk.storage.database import parse_url, sqlite_path
from qualitydesk.storage.dump import dump
from qualitydesk.storage.restore import restore
from qualitydesk.storage.soundness import faults


def run(chosen: argparse.Namespace) -> int:
    """Carry out one command; what is refused is said in the user's language."""
    settings = SettingsFile().current
    language = chosen.language or settings.language or "zh"
    try:
        if chosen.command == "self-test":
            from qualitydesk.app.self_test import self_test

            return self_test(chosen.out)
        folder = own_folder()
        url = chosen.database or settings.database or default_url(folder)
        _look_first(chosen, url)
        services = open_services(url, folder, explicit=chosen.command in ("upgrade", "restore"))
        try:
            return _with(services, chosen, language)
        finally:
            services.close()
    except Refused as refused:
        _say(say(language, f"refused.{refused.code}", **refused.words), error=True)
        return 2


def _look_first(chosen: argparse.Namespace, url: str) -> None:
    """Refuse a mistyped place or file before anything is made: an empty database would be found sound."""
    path = sqlite_path(parse_url(url))
    if chosen.command in ("check", "backup") and path is not None and not path.is_file():
        raise Refused("database_missing", path=path)
    if chosen.command == "backup" and chosen.file.exists():
        raise Refused("backup_exists", path=chosen.file)
    if chosen.command == "restore" and not chosen.file.is_file():
        raise Refused("backup_missing", path=chosen.file)


def _with(services: Services, chosen: argparse.Namespace, language: str) -> int:
    if chosen.command == "check":
        return _check(services, language)
    if chosen.command == "backup":
        target: Path = chosen.file
        dump(services.database, services.files, target, clock=services.clock, tables=metadata)
        _say(say(language, "command.backed_up", path=target))
    if chosen.command == "restore":
        restore(chosen.file, services.database, services.files, tables=metadata)
        _say(say(language, "command.restored", path=chosen.file))
    if chosen.command == "upgrade":
        _say(say(language, "command.upgraded"))
    return 0


def _check(services: Services, language: str) -> int:
    _say(say(language, "command.checked", where=services.database.path or services.database.where))
    unsound = faults(services.database)
    for fault in unsound:
        _say(say(language, "command.database_fault", fault=fault), error=True)
    if not unsound:
        _say(say(language, "command.database_whole"))
    chain = audit.check(services.database)
    if chain.broken_at is None:
        _say(say(language, "command.chain_whole", entries=chain.entries))
    else:
        reason = say(language, f"audit.{chain.reason}")
        _say(say(language, "command.chain_broken", entry=chain.broken_at, reason=reason), error=True)
    papers = services.papers.check()
    for paper in papers:
        reason = say(language, f"paper_fault.{paper.reason}")
        _say(say(language, "command.paper_fault", number=paper.number, reason=reason), error=True)
    if not papers:
        _say(say(language, "command.papers_whole"))
    return 0 if chain.broken_at is None and not papers and not unsound else 1


def _say(words: str, *, error: bool = False) -> None:
    (sys.stderr if error else sys.stdout).write(words + "\n")
