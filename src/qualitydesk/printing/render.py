"""Form + values → PDF: the one call features and papers use. Same input, same bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from qualitydesk.basics.phrases import say
from qualitydesk.printing.compose import compose
from qualitydesk.printing.flow import flow
from qualitydesk.printing.fonts import faces
from qualitydesk.printing.form import PAPERS, Contents, Form
from qualitydesk.printing.page import Page
from qualitydesk.printing.paint import Edges, Painter, picture_size
from qualitydesk.printing.setting import MM, Setting, Sheet

MARKS = ("copy", "draft")
NO_CHECK = "—"  # what stands for the check code of a paper that was not issued


@dataclass(frozen=True)
class Rendered:
    """A finished file: its bytes, how many pages, and the characters no font of ours could show (printed as 〓)."""

    pdf: bytes
    pages: int
    missing: tuple[str, ...]


def render(
    form: Form,
    values: Mapping[str, Any],
    language: str,
    *,
    images: Mapping[str, bytes] | None = None,
    mark: str | None = None,
    paper: str | None = None,
    check: str = "",
    receivers: Sequence[str] | None = None,
    withdrawn: str = "",
    author: str = "",
) -> Rendered:
    """One paper.

    `values`: plain JSON by field key; pictures in it by hash, their bytes in `images`. `language`: zh or en.
    `mark`: None, "copy" or "draft", told on every page. `paper`: A4, A5 or what the form says. `check`: the check code.
    `receivers`: keys of the copies wanted; all the form names when left out, one unnamed set when empty.
    `withdrawn`: when and why the paper was withdrawn, told on every page. `author`: for the file's properties.
    """
    return render_many(
        form,
        [values],
        language,
        images=images,
        mark=mark,
        paper=paper,
        checks=[check],
        receivers=receivers,
        withdrawn=withdrawn,
        author=author,
    )


def render_many(
    form: Form,
    many: Sequence[Mapping[str, Any]],
    language: str,
    *,
    images: Mapping[str, bytes] | None = None,
    mark: str | None = None,
    paper: str | None = None,
    checks: Sequence[str] = (),
    receivers: Sequence[str] | None = None,
    withdrawn: str = "",
    author: str = "",
) -> Rendered:
    """Several papers of one form in one file, each with its own page numbers; fonts are embedded once."""
    if mark is not None and mark not in MARKS:
        raise ValueError(f"no such mark: {mark}")
    images = images or {}
    setting = Setting(
        form,
        language,
        _sheet(form, paper or form.paper),
        faces(),
        {sha: picture_size(data) for sha, data in images.items()},
    )
    across = _both("withdrawn" if withdrawn else mark)
    told = " / ".join(_both(mark) or ())
    if withdrawn:
        why = setting.faces.clean(f"{say(language, 'printing.withdrawn')} {withdrawn}", setting.missing)
        told = " · ".join(words for words in (told, why) if words)
    count = 0
    with setting.faces.lock:
        title = form.title.fill(language, many[0] if many else {})
        painter = Painter(setting.sheet, title, author, setting.faces, images)
        for index, values in enumerate(many):
            scope = _scope(values, checks[index] if index < len(checks) else "")
            pages = _lay_out(form, scope, setting)
            sets = _edges(form, scope, len(pages), setting, receivers)
            painter.copies(pages, [[replace(edge, mark=across, told=told) for edge in edges] for edges in sets])
            count += len(pages) * len(sets)
        pdf = painter.finish()
    return Rendered(pdf, count, tuple(sorted(setting.missing)))


def _scope(values: Mapping[str, Any], check: str) -> dict[str, Any]:
    """The values with what every form may use besides; without a letterhead, group and institution stand there."""
    house = {"house_name": values.get("group_name", ""), "house_line": values.get("institution", "")}
    return {**house, **values, "check": check or NO_CHECK}


def _both(mark: str | None) -> tuple[str, str] | None:
    return (say("zh", f"printing.{mark}"), say("en", f"printing.{mark}")) if mark else None


def _sheet(form: Form, paper: str) -> Sheet:
    width, height = reversed(PAPERS[paper]) if form.across else PAPERS[paper]
    top, right, bottom, left = (side * MM for side in form.margins[paper])
    return Sheet(paper, width, height, top, right, bottom, left)


def _lay_out(form: Form, scope: Mapping[str, Any], setting: Setting) -> list[Page]:
    """The pages; with a table of contents they are set until its numbers hold, which its own length can move once."""
    setting.contents = []
    pages = _set(form, scope, setting)
    if not any(isinstance(element, Contents) for element in form.body):
        return pages
    for _ in range(3):
        found = [(title, at) for at, page in enumerate(pages, 1) for title, rank in page.marks if rank == 0]
        if found == setting.contents:
            break
        setting.contents = found
        pages = _set(form, scope, setting)
    return pages


def _set(form: Form, scope: Mapping[str, Any], setting: Setting) -> list[Page]:
    sheet = setting.sheet
    return flow(compose(form.body, scope, setting), sheet.left, sheet.top, sheet.height - sheet.bottom)


def _edges(
    form: Form, scope: Mapping[str, Any], pages: int, setting: Setting, receivers: Sequence[str] | None
) -> list[list[Edges]]:
    """Header and footer of every page, a list for each copy."""
    chosen = [copy for copy in form.copies if receivers is None or copy.key in receivers]
    names = [setting.say(copy.name, scope) for copy in chosen] or [""]
    found = []
    for name in names:
        one = []
        for page in range(1, pages + 1):
            own = {**scope, "page": page, "pages": pages, "receiver": name}
            header = setting.say(form.header, own) if page > 1 else ""
            number = say(setting.language, "printing.page_of", page=page, pages=pages)
            one.append(Edges(header, setting.say(form.footer, own), name, number, None))
        found.append(one)
    return found
