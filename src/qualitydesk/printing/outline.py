"""Bookmarks for a file of several papers, written behind it as PDF allows: PDFium joins but knows no bookmarks."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$", re.DOTALL)
_ROOT = re.compile(rb"/Root\s+(\d+)\s+0\s+R")
_SIZE = re.compile(rb"/Size\s+(\d+)")


def with_outline(pdf: bytes, marks: Sequence[tuple[str, int]]) -> bytes:
    """The file with a bookmark for each (title, page from 0); unchanged where it is not laid out as PDFium does."""
    trailer = _TRAILER.search(pdf)
    if trailer is None or not marks:
        return pdf
    inside, last = trailer[1], int(trailer[2])
    root, size = _ROOT.search(inside), _SIZE.search(inside)
    if root is None or size is None:
        return pdf
    catalog = re.search(rb"\n%s 0 obj\s*<<(.*?)>>\s*endobj" % root[1], pdf, re.DOTALL)
    pages = catalog and re.search(rb"/Pages\s+(\d+)\s+0\s+R", catalog[1])
    tree = pages and re.search(rb"\n%s 0 obj\s*<<(.*?)>>\s*endobj" % pages[1], pdf, re.DOTALL)
    kids = tree and re.search(rb"/Kids\s*\[(.*?)\]", tree[1], re.DOTALL)
    if not catalog or not kids:
        return pdf
    leaves = [int(number) for number in re.findall(rb"(\d+)\s+0\s+R", kids[1])]
    if any(page >= len(leaves) for _, page in marks):
        return pdf
    first = int(size[1])
    objects = _entries(marks, leaves, first)
    said = catalog[1].strip()
    objects[int(root[1])] = b"<<" + said + b" /Outlines %d 0 R /PageMode /UseOutlines>>" % first
    return _appended(pdf, objects, inside, last, first + len(marks) + 1)


def _entries(marks: Sequence[tuple[str, int]], leaves: Sequence[int], first: int) -> dict[int, bytes]:
    """The outline and its entries by object number, from `first` on."""
    objects = {
        first: b"<</Type /Outlines /First %d 0 R /Last %d 0 R /Count %d>>" % (first + 1, first + len(marks), len(marks))
    }
    for at, (title, page) in enumerate(marks, 1):
        words = b"<FEFF" + title.encode("utf-16-be").hex().upper().encode() + b">"
        ways = b" /Prev %d 0 R" % (first + at - 1) if at > 1 else b""
        ways += b" /Next %d 0 R" % (first + at + 1) if at < len(marks) else b""
        goal = b"[%d 0 R /XYZ null null null]" % leaves[page]
        objects[first + at] = b"<</Title %s /Parent %d 0 R /Dest %s%s>>" % (words, first, goal, ways)
    return objects


def _appended(pdf: bytes, objects: dict[int, bytes], trailer: bytes, last: int, size: int) -> bytes:
    """The file with further or newer objects behind it, and a table that leads to the older ones."""
    out = bytearray(pdf if pdf.endswith(b"\n") else pdf + b"\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n"
    for number, place in sorted(places.items()):
        out += b"%d 1\n%010d 00000 n\r\n" % (number, place)
    kept = _SIZE.sub(b"/Size %d" % size, trailer).strip()
    out += b"trailer\n<<%s /Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (kept, last, table)
    return bytes(out)
