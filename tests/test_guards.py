"""Rules of the house that hold everywhere: layers, sizes, colours, words, names that would hide Qt's own.

Each guard is first shown to find what it is there for.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import string
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

import qualitydesk
from qualitydesk.basics import phrases

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "qualitydesk"
LONGEST = 400
FILES = sorted(path for folder in ("src", "tests") for path in (ROOT / folder).rglob("*.py"))
COLOUR = re.compile(
    r"#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3,4})\b|\brgba?\(|\bQColor\(\s*[\"'\d]|GlobalColor\.(?!transparent)"
)


def test_every_part_imports_only_what_stands_below_it() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_outgrows_a_reader(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_module_says_what_it_is(path: Path) -> None:
    words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert words or not path.read_text(encoding="utf-8").strip()


def colours_in(text: str) -> list[str]:
    return COLOUR.findall(text)


def test_the_colour_guard_sees_colours() -> None:
    assert all(colours_in(text) for text in ("'#0F766E'", "#fff;", "rgba(1,2,3,4)", "QColor('red')", "GlobalColor.red"))
    assert not any(colours_in(text) for text in ("issue #12", "QColor(tokens.muted)", "GlobalColor.transparent", "# a"))


# Paper has its own inks; the program's window is what the theme colours.
SCREENS = [path for path in sorted(SOURCE.rglob("*.py")) if path.relative_to(SOURCE).parts[0] != "printing"]


@pytest.mark.parametrize("path", SCREENS, ids=lambda path: str(path.relative_to(SOURCE)))
def test_only_the_theme_names_colours(path: Path) -> None:
    if path == SOURCE / "kit" / "theme.py":
        pytest.skip("the table itself")
    text = path.read_text(encoding="utf-8")
    if path.is_relative_to(SOURCE / "papers"):
        text = text.replace("GlobalColor.white", "")  # a sheet of paper is white in any theme
    assert colours_in(text) == []


def our_modules() -> Iterator[str]:
    for found in pkgutil.walk_packages(qualitydesk.__path__, "qualitydesk."):
        if ".migrations" not in found.name:
            yield found.name


def our_qobjects() -> list[type[QObject]]:
    for name in our_modules():
        importlib.import_module(name)
    found: set[type[QObject]] = set()
    waiting: list[type[QObject]] = [QObject]
    while waiting:
        for child in waiting.pop().__subclasses__():
            waiting.append(child)
            if child.__module__.startswith("qualitydesk."):
                found.add(child)
    return sorted(found, key=lambda one: (one.__module__, one.__qualname__))


def is_called(value: object) -> bool:
    return callable(value) or isinstance(value, property | classmethod | staticmethod)


def own_names(kind: type) -> set[str]:
    """Attributes a class gives its objects by `self.x = …`, and class attributes that are no methods."""
    names = {
        name
        for name, value in vars(kind).items()
        if name != "staticMetaObject" and not name.startswith("__") and not is_called(value)
    }
    tree = ast.parse(inspect.cleandoc("\n" + inspect.getsource(kind)))
    for node in ast.walk(tree):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        for target in targets:
            if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name) and target.value.id == "self":
                names.add(target.attr)
    return names


def own_methods(kind: type) -> set[str]:
    return {name for name, value in vars(kind).items() if inspect.isfunction(value) and not name.startswith("__")}


def qt_base(kind: type) -> type:
    return next(base for base in kind.__mro__ if base.__module__.startswith("PySide6."))


def shadows(kind: type) -> set[str]:
    """Names of ours that hide something of Qt's: attributes always, methods unless they are Qt's virtual ones."""
    base = qt_base(kind)
    signals = {name for name, value in vars(kind).items() if isinstance(value, Signal)}
    hidden = {name for name in own_names(kind) | signals if hasattr(base, name)}
    return hidden | {name for name in own_methods(kind) if hasattr(base, name) and name not in OVERRIDES}


# Qt's virtual methods that we mean to override.
OVERRIDES = {
    *(
        "accept",
        "canFetchMore",
        "changeEvent",
        "closeEvent",
        "columnCount",
        "contextMenuEvent",
        "currentChanged",
        "data",
        "done",
    ),
    *("dragEnterEvent", "dragMoveEvent", "dropEvent", "dropMimeData", "event", "eventFilter", "fetchMore", "flags"),
    *(
        "focusInEvent",
        "focusOutEvent",
        "headerData",
        "initStyleOption",
        "heightForWidth",
        "hasHeightForWidth",
        "hideEvent",
        "index",
    ),
    *("inputMethodQuery", "keyPressEvent", "keyReleaseEvent", "mimeData", "mimeTypes", "minimumSizeHint"),
    *("mouseDoubleClickEvent", "mouseMoveEvent", "mousePressEvent", "mouseReleaseEvent", "open", "paint", "paintEvent"),
    *(
        "parent",
        "pathFromIndex",
        "reject",
        "resizeEvent",
        "roleNames",
        "rowCount",
        "setAccessibleDescription",
        "setAccessibleName",
        "setData",
    ),
    *("setModelData", "setEditorData", "createEditor", "showEvent", "sizeHint", "sort", "timerEvent", "validate"),
    *("wheelEvent", "leaveEvent", "enterEvent", "updateEditorGeometry", "textFromValue", "valueFromText"),
}


class Shadowing(QWidget):
    """A warning example for the guard below."""

    def __init__(self) -> None:
        super().__init__()
        self.font = "Noto"

    def update(self) -> None: ...


def test_the_shadow_guard_sees_shadows() -> None:
    assert shadows(Shadowing) == {"font", "update"}


def test_no_name_of_ours_hides_one_of_qts() -> None:
    kinds = our_qobjects()
    assert len(kinds) > 20
    assert {f"{kind.__module__}.{kind.__qualname__}": found for kind in kinds if (found := shadows(kind))} == {}


def places_in(phrase: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name is not None}


def test_both_languages_have_the_same_phrases_with_the_same_places() -> None:
    zh, en = (phrases.table(language) for language in ("zh", "en"))
    assert sorted(zh) == sorted(en)
    assert {code for code in zh if places_in(zh[code]) != places_in(en[code])} == set()
    assert {code for table in (zh, en) for code, words in table.items() if not words.strip()} == set()


# `Refused("code")` and `Problem("field", "code")` as written in the source.
REFUSED = re.compile(r"\bRefused\(\s*\"([a-z_0-9.]+)\"")
PROBLEM = re.compile(r"\bProblem\(\s*(?:f?\"[^\"]*\"|[\w.\[\]]+),\s*\"([a-z_0-9.]+)\"")


def test_every_refusal_and_problem_has_its_words() -> None:
    wanted = set()
    for path in SOURCE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        wanted |= {f"refused.{code}" for code in REFUSED.findall(text)}
        wanted |= {f"problem.{code}" for code in PROBLEM.findall(text)}
    assert {code for code in wanted if not phrases.knows("zh", code)} == set()


def test_the_contracts_are_exhaustive() -> None:
    """A folder that no layer names must fail, or the layers would say nothing about it."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers = [contract for contract in table["contracts"] if contract["type"] == "layers"]
    assert layers and all(contract["exhaustive"] for contract in layers)
