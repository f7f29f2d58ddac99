"""The first filling of a database: founded empty, or with sample data made in a process of its own."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from qualitydesk.app.bootstrap import Services, default_url, open_services
from qualitydesk.app.posts import add_usual_posts
from qualitydesk.app.sample import SampleSize, fill
from qualitydesk.basics.changes import By, Done
from qualitydesk.directory.model import Foundation
from qualitydesk.kit.busy import Progress


def begin_empty(services: Services, foundation: Foundation, language: str = "zh") -> Done[UUID]:
    """Rules, standards, the usual posts and the group itself, all or nothing. Gives the user's employee id.

    The posts are named in `language`; their codes are those the standards name.
    """
    with services.database.transaction():
        services.rulebook.adopt_shipped(By.alone(None))
        services.standards.adopt_shipped(By.alone(None))
        founded = services.directory.found_group(foundation)
        add_usual_posts(services.directory, By.alone(founded.value), language)
        return founded


def begin_sample(progress: Progress, url: str, folder: str, language: str) -> UUID:
    """Fill the database with the sample; gives the employee id of the sample's supervisor."""
    home = Path(folder)
    services = open_services(url or default_url(home), home)
    try:
        with services.database.transaction():  # stopped half-way leaves nothing behind
            made = fill(services, language=language, size=SampleSize(), told=progress.step)
    finally:
        services.close()
    assert made.by.entered_by is not None
    return made.by.entered_by
