"""A package that gives its names without importing them all: each comes from its submodule when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module


def given_later(package: str, places: Mapping[str, str]) -> Callable[[str], object]:
    """The `__getattr__` of a package (PEP 562): name → the submodule that has it. AttributeError for any other name."""

    def given(name: str) -> object:
        if name not in places:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{places[name]}"), name)

    return given
