"""Holds a form against the fields a printout offers: every {field}, list and condition must be declared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from qualitydesk.printing import form as f
from qualitydesk.printing.fields import Field, samples


def undeclared(form: f.Form, fields: Iterable[Field]) -> list[str]:
    """What a form uses and nobody offers, as sentences "element: name"; empty when all is well.

    Inside tables, lists and repeated parts the names of the sample's rows count too, so a list needs a sample row.
    """
    scope: dict[str, Any] = samples(fields, "zh")
    found = _unknown("title", form.title.keys(), scope)
    for where, text in (("header", form.header), ("footer", form.footer)):
        found += _unknown(where, text.keys() if text else (), scope)
    return found + _body(form.body, scope)


def _body(body: Iterable[f.Element], scope: Mapping[str, Any]) -> list[str]:
    found: list[str] = []
    for element in body:
        names, over, row_names = _names(element)
        if element.show_if:
            names.add(element.show_if.key)
        found += _unknown(element.where, names, scope)
        for key in over:
            if key not in scope:
                found.append(f"{element.where}: {key}")
                continue
            inner = _inner(scope, key)
            if isinstance(element, f.Matrix):
                inner = {**inner, **_inner(scope, element.over), **_inner(scope, element.columns)}
            if isinstance(element, f.Each):
                found += _body(element.body, inner)
            elif inner is not scope:
                found += _unknown(element.where, row_names, inner)
        if isinstance(element, f.Keep):
            found += _body(element.body, scope)
    return found


def _inner(scope: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """The scope inside a list: the names of its sample rows besides the outer ones; unchanged without a sample."""
    rows = scope[key] or []
    if not rows:
        return scope
    own: dict[str, Any] = {}
    for row in rows:
        if isinstance(row, Mapping):
            own.update(row)
    return {**scope, **own}


def _names(element: f.Element) -> tuple[set[str], set[str], set[str]]:
    """Names an element uses in the outer scope, the lists it runs over, and names it uses inside them."""
    plain: list[f.Text | None] = []
    keys: set[str | None] = set()
    over: set[str] = set()
    rows: list[f.Text | None] = []
    row_keys: set[str | None] = set()
    match element:
        case f.Letterhead(name=name, line=line, contact=contact, logo=logo, qr=qr, qr_caption=caption):
            plain += [name, line, contact, qr, caption]
            keys.add(logo)
        case f.Title(text=text, below=below):
            plain += [text, below]
        case f.Heading(text=text, bookmark=bookmark):
            plain += [text, bookmark]
        case f.Flow(text=text) | f.Qr(text=text):
            plain.append(text)
        case f.Grid(cells=cells):
            for cell in cells:
                plain += [cell.label, cell.value]
                keys |= {cell.check, cell.show_if.key if cell.show_if else None}
        case f.Table(columns=columns):
            over.add(element.over)
            plain += [element.empty, element.total_label, element.total, *[column.title for column in columns]]
            rows += [element.under, *[text for column in columns for text in (column.lead, column.value)]]
            row_keys |= {element.tone, *[column.check for column in columns], *[column.box for column in columns]}
        case f.Listing():
            over.add(element.over)
            rows.append(element.text)
        case f.Box(checks=checks):
            plain += [element.title, element.text, *[check.label for check in checks]]
            keys |= {check.ticked for check in checks}
        case f.Result():
            plain += [element.main, element.verdict, *element.lines]
            keys.add(element.tone)
        case f.Signatures(signers=signers):
            for signer in signers:
                keys.add(signer.show_if.key if signer.show_if else None)
                if signer.over:
                    over.add(signer.over)
                    rows += [signer.label, signer.name, signer.day]
                else:
                    plain += [signer.label, signer.name, signer.day]
        case f.Pictures():
            over.add(element.over)
            rows.append(element.caption)
            row_keys.add(element.image)
        case f.Matrix():
            over |= {element.over, element.columns}
            plain.append(element.title)
            rows += [element.head, element.lead, element.below]
            row_keys.add(element.band)
        case f.Appendix(title=title, bookmark=bookmark):
            plain += [title, bookmark]
        case f.Contents(title=title):
            plain.append(title)
        case f.Chart(drawing=drawing):
            keys.add(drawing)
        case f.Each():
            over.add(element.over)
    return _all(plain, keys), over, _all(rows, row_keys)


def _all(texts: Iterable[f.Text | None], keys: Iterable[str | None]) -> set[str]:
    found = {key for key in keys if key}
    for text in texts:
        found |= text.keys() if text else set()
    return found


def _unknown(where: str, names: Iterable[str], scope: Mapping[str, Any]) -> list[str]:
    return [f"{where}: {name}" for name in sorted(set(names) - set(scope) - f.BUILT_IN)]
