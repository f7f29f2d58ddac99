"""A small sample for journeys, made once for all test processes of a run: a folder that others are copied from."""

from __future__ import annotations

import pickle
import shutil
from pathlib import Path

from qualitydesk.app.bootstrap import Services, default_url, open_services
from qualitydesk.app.sample import SampleSize, fill
from qualitydesk.basics.masking import masked
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.directory.model import EmployeeFilter
from qualitydesk.storage.lockfile import held_by_one

SIZE = SampleSize(days=30, every=12, slips=30)
OF_BOTH = {"中文", "English", "nurse", "reception", "Excel", "xlsx", "csv", "toml"}
"""The two names of languages, codes given as examples, kinds of files."""


def sample_in(home: Path, language: str, shared: Path) -> frozenset[str]:
    """A small sample in the user's folder; gives what belongs to no language: names of its people, codes of posts.

    `shared`: a folder of this run in which it is made the first time it is asked for.
    """
    made = shared / f"sample-{language}"
    with held_by_one(shared / f"sample-{language}.lock", 600.0):
        if not (made / "names").is_file():
            shutil.rmtree(made, ignore_errors=True)
            (made / "home").mkdir(parents=True)
            names, me = _make(made / "home", language)
            (made / "names").write_bytes(pickle.dumps((names, me)))
    shutil.copytree(made / "home", home, dirs_exist_ok=True)
    names, me = pickle.loads((made / "names").read_bytes())
    SettingsFile().change(language=language, me=me)
    return names


def _make(home: Path, language: str) -> tuple[frozenset[str], str]:
    services = open_services(default_url(home), home)
    with services.database.transaction():
        me = fill(services, language=language, size=SIZE).by.entered_by
    names = _names(services)
    services.close()
    return names, str(me)


def _names(services: Services) -> frozenset[str]:
    names = frozenset(person.name for person in services.directory.people(EmployeeFilter(), limit=1000))
    names |= OF_BOTH | {post.code for post in services.directory.posts()}
    members = [one.id for one in services.members.lines(limit=None, descending=False)]
    customers = [services.members.customer(one).name for one in members]
    customers += [relative.name for one in members for relative in services.profiles.file(one).relatives]
    return names | {*customers, *map(masked, customers)}
