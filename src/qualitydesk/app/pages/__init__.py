"""Makes the pages of the window, a module for each entry of the rail; what one page wishes for, another gives.

Only the first page is imported at the start; the others come in on a lane while it is read (`load_all`).
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qualitydesk.app.wiring import Desk
    from qualitydesk.kit.page import Page

    Maker = Callable[[Desk], Page]

MODULES = (
    "today",
    "rounds",
    "findings",
    "complaints",
    "requests",
    "penalties",
    "members",
    "trends",
    "standards",
    "directory",
    "settings",
)
"""Modules of this package, each with its `MAKERS`: key of a page → how it is made; looked through in this order."""


def maker_of(key: str) -> Maker:
    """How the page of this key is made. KeyError when there is none."""
    for name in MODULES:
        makers: dict[str, Maker] = import_module(f"{__name__}.{name}").MAKERS
        if key in makers:
            return makers[key]
    raise KeyError(key)


def load_all() -> None:
    """Import every page, so that none is waited for when it is first opened. For a lane."""
    for name in MODULES:
        import_module(f"{__name__}.{name}")
