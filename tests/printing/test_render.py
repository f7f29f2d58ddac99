"""The traps of PDF: fonts, names beyond U+FFFF, missing glyphs, long notes, rows over pages, copies, codes."""

from __future__ import annotations

import hashlib
import re
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from qualitydesk.inspections.printout import FIELDS as INSPECTION_FIELDS
from qualitydesk.penalties.printout import FIELDS as PENALTY_FIELDS
from qualitydesk.printing.fields import samples
from qualitydesk.printing.form import Form
from qualitydesk.printing.lines import NOT_FIRST
from qualitydesk.printing.outline import with_outline
from qualitydesk.printing.pages import draw_page, join, page_sizes, page_texts
from qualitydesk.printing.reading import form_from, load_form
from qualitydesk.printing.render import Rendered, render, render_many

LONG = "患者反映候诊时间较长，导诊台无人应答；经核实，当班人员离岗六分钟。" * 160  # about 5,300 characters


def slip(**more: Any) -> dict[str, Any]:
    return {**samples(PENALTY_FIELDS, "zh"), **more}


def render_slip(values: dict[str, Any] | None = None, **more: Any) -> Rendered:
    more.setdefault("receivers", ["employee"])
    return render(load_form("penalty_slip"), values or slip(), more.pop("language", "zh"), **more)


def form(*body: dict[str, Any], **top: Any) -> Form:
    return form_from({"title": "T", "body": list(body), **top}, "try")


def texts(done: Rendered) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(done.pdf)).pages]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("name", ["张𬱖", "㛃", "欧阳䶮", "O'Brien Anna", "长" * 40, "李"])
def test_a_rare_name_can_be_searched_and_copied(name: str) -> None:
    pdf = render_slip(slip(employee_name=name)).pdf
    assert name in squeezed_but_inner(texts(Rendered(pdf, 0, ()))[0], name)
    assert name in squeezed_but_inner(page_texts(pdf)[0], name)


def squeezed_but_inner(text: str, name: str) -> str:
    return text if " " in name else squeezed(text)


@pytest.mark.parametrize(("language", "heads"), [("zh", ["合格", "当场整改"]), ("en", ["Passed", "Done"])])
def test_the_head_of_a_narrow_column_is_not_broken_inside_a_word(language: str, heads: list[str]) -> None:
    columns = [{"title": head, "value": "", "width": 6} for head in heads]
    wide = {"title": "检查项" if language == "zh" else "Item", "value": "{item}", "width": 90}
    table = {"element": "table", "over": "rows", "columns": [*columns, wide]}
    done = render(form(table, paper="A5"), {"rows": [{"item": "x"}]}, language)
    lines = "\n".join(texts(done))
    assert all(head in lines for head in heads)


def test_every_font_is_embedded_and_none_is_helvetica() -> None:
    for page in PdfReader(BytesIO(render_slip(mark="copy").pdf)).pages:
        fonts = page["/Resources"]["/Font"]  # type: ignore[index]
        for font in fonts.values():
            found = font.get_object()
            assert "NotoSansSC" in found["/BaseFont"]
            assert "/FontFile2" in found["/FontDescriptor"]


def test_equal_values_give_equal_bytes() -> None:
    assert render_slip().pdf == render_slip().pdf
    assert render_slip().pdf != render_slip(slip(total="¥151.00")).pdf


def test_papers_made_at_the_same_time_do_not_disturb_each_other() -> None:
    alone = {language: render_slip(language=language).pdf for language in ("zh", "en")}
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda n: (n, render_slip(language=("zh", "en")[n % 2]).pdf), range(12)))
    assert all(pdf == alone[("zh", "en")[n % 2]] for n, pdf in done)


def test_a_missing_glyph_is_reported_and_shown() -> None:
    done = render_slip(slip(employee_name="小明😀", improvement="好👍🏻\u200d。"))
    assert done.missing == ("🏻", "👍", "😀")
    assert "小明〓" in texts(done)[0]


def test_invisible_characters_leave_no_trace() -> None:
    done = render_slip(slip(employee_name="小\u200b明\ufe0f\t\x07。"))
    assert done.missing == ()
    assert "小明" in texts(done)[0]


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_a_note_of_five_thousand_characters_breaks_over_pages_and_loses_nothing(paper: str) -> None:
    assert len(LONG) > 5000
    for field in ("rule_text", "improvement"):
        done = render_slip(slip(**{field: LONG}), paper=paper)
        assert squeezed("".join(texts(done))).count("导诊台无人应答") == 160
    rows = [{"when": "今天", "where": "一楼", "seen_by": "顾", "item": "在岗", "seen": LONG}]
    done = render_slip(slip(facts=rows), paper=paper)
    assert done.pages > 2
    whole = "".join(squeezed(text) for text in page_texts(done.pdf))
    assert len(re.findall("离", whole)) >= 160
    assert len(re.findall("核", whole)) >= 160


def left_and_right(pdf: bytes, index: int) -> tuple[int, int, int]:
    """First and last column of dots that are not white, and the width, at 72 dpi."""
    drawn = draw_page(pdf, index, 1)
    image = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.dots, "raw", "BGRX", drawn.stride)
    box = image.convert("L").point(lambda dot: 255 if dot < 200 else 0).getbbox()
    assert box is not None
    return box[0], box[2], drawn.width


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_nothing_runs_over_the_margins(paper: str) -> None:
    values = slip(employee_name="W" * 60, total="¥123,456,789.00", improvement="x" * 500, direct_superior="王" * 50)
    for language in ("zh", "en"):
        done = render_slip(values, language=language, paper=paper)
        for index in range(done.pages):
            left, right, width = left_and_right(done.pdf, index)
            assert left >= 30
            assert right <= width - 25


def test_no_line_begins_with_punctuation_on_any_page() -> None:
    for paper in ("A4", "A5"):
        pdf = render_slip(slip(rule_text=LONG, improvement="，；：" + LONG), paper=paper, check="ABCDE23456").pdf
        first = [line.strip()[:1] for text in page_texts(pdf) for line in text.splitlines()]
        assert [char for char in first if char and char in NOT_FIRST] in ([], ["，"])  # the text itself begins so


def test_a_long_table_repeats_its_head_on_each_page() -> None:
    people = [
        {"name": f"员工{n}", "number": f"BJ{n:04d}", "post": "导医", "score": "100 %", "verdict": "合格", "fails": "0"}
        for n in range(120)
    ]
    done = render(load_form("inspection_report"), {"people": people}, "zh")
    pages = [text for text in texts(done) if "BJ00" in text or "BJ01" in text]
    assert len(pages) >= 3
    assert all("不合格项数" in text for text in pages)
    assert squeezed("".join(pages)).count("员工") >= 120


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    row = {"when": "今天", "where": "一楼", "seen_by": "顾", "item": "在岗", "seen": "所见"}
    for count in range(1, 40):
        for text in texts(render_slip(slip(facts=[row] * count))):
            lines = [line for line in text.splitlines() if line.strip()]
            above_footer = [line for line in lines if not re.match(r"CF-BJ|第一联|第 \d+ 页", line)]
            assert not re.match(r"[一二三四五六七]、|签署", above_footer[-1]), (count, above_footer[-1])


def test_each_receiver_gets_a_set_with_its_own_page_numbers() -> None:
    done = render(load_form("penalty_slip"), slip(), "zh")
    found = texts(done)
    assert done.pages == len(found) == 8
    for number, receiver in enumerate(("员工本人", "机构财务", "总经办", "客服部")):
        for page in (1, 2):
            text = found[number * 2 + page - 1]
            assert receiver in text
            assert f"第 {page} 页 共 2 页" in text


@pytest.mark.parametrize(("mark", "words"), [("copy", ("副本", "COPY")), ("draft", ("草稿", "DRAFT"))])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_mark_stands_on_every_page(mark: str, words: tuple[str, str], language: str) -> None:
    for text in texts(render_slip(mark=mark, language=language)):
        assert all(word in text for word in words)


def test_an_unknown_mark_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="no such mark"):
        render_slip(mark="final")


@pytest.mark.parametrize("paper", ["A4", "A5"])
@pytest.mark.parametrize("number", ["CF-BJ-2026-0007", "处分单-0007"])
def test_the_qr_code_reads_back_number_and_check_code(paper: str, number: str) -> None:
    pdf = render_slip(slip(number=number), paper=paper, check="ABCDE23456").pdf
    drawn = draw_page(pdf, 0, 200 / 72)
    image = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.dots, "raw", "BGRX", drawn.stride)
    (code,) = zxingcpp.read_barcodes(image)
    assert code.text == f"{number} ABCDE23456"


def test_conditions_lists_and_row_numbers() -> None:
    try_form = form(
        {"element": "text", "text": "with", "show_if": "flag"},
        {"element": "text", "text": "without", "show_if": "!flag"},
        {"element": "list", "over": "steps", "text": "{item}!", "marker": "number"},
        {"element": "each", "over": "parts", "body": [{"element": "text", "text": "{row}:{name}:{outer}"}]},
    )
    values = {"flag": True, "steps": ["a", "b"], "parts": [{"name": "x"}, {"name": "y"}], "outer": "o"}
    (text,) = texts(render(try_form, values, "en"))
    assert "with" in text
    assert "without" not in text
    assert re.search(r"1\.\s*a!\s*2\.\s*b!\s*1:x:o\s*2:y:o", text)


def test_a_check_box_is_ticked_or_not() -> None:
    ticked, empty = (
        render(form({"element": "grid", "cells": [{"check": "on", "value": "x"}]}), {"on": on}, "zh").pdf
        for on in (True, False)
    )
    assert dark(ticked) > dark(empty) > 0


def dark(pdf: bytes) -> int:
    drawn = draw_page(pdf, 0, 3)
    image = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.dots, "raw", "BGRX", drawn.stride).convert("L")
    return sum(image.histogram()[:90])


def picture(color: tuple[int, int, int], size: tuple[int, int], kind: str, **more: Any) -> tuple[str, bytes]:
    out = BytesIO()
    Image.new("RGB", size, color).save(out, kind, **more)
    return hashlib.sha256(out.getvalue()).hexdigest(), out.getvalue()


def test_pictures_are_shown_upright_and_not_finer_than_paper() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    pictures = dict(
        [
            picture((200, 0, 0), (4000, 3000), "JPEG"),
            picture((0, 200, 0), (400, 300), "JPEG", exif=turned),
            picture((0, 0, 200), (40, 30), "PNG"),
        ]
    )
    rows = [{"image": sha, "caption": f"图{n}"} for n, sha in enumerate(pictures)]
    rows.append({"image": "0" * 64, "caption": "没有"})
    done = render(
        form({"element": "pictures", "over": "photos", "caption": "{caption}", "per_row": 2}),
        {"photos": rows},
        "zh",
        images=pictures,
    )
    sizes = sorted(image.image.size for image in PdfReader(BytesIO(done.pdf)).pages[0].images if image.image)
    assert sizes[0] == (40, 30)
    assert sizes[1] == (300, 400)
    assert 200 < sizes[2][0] < 900
    assert len(done.pdf) < 120_000
    assert "没有" not in texts(done)[0]


def test_an_appendix_begins_on_a_new_page() -> None:
    first, second = texts(
        render(form({"element": "text", "text": "a"}, {"element": "appendix", "title": "B"}), {}, "en")
    )
    assert "a" in first
    assert "B" in second


def test_what_is_kept_together_moves_to_the_next_page_together() -> None:
    signatures = {
        "element": "keep",
        "body": [
            {"element": "heading", "text": "Sign"},
            {"element": "signatures", "signers": [{"label": f"S{n}"} for n in range(6)]},
        ],
    }
    for height in range(150, 200, 7):
        space = [{"element": "text", "text": "top"}, {"element": "space", "height": height}]
        pages = texts(render(form(*space, signatures), {}, "en"))
        assert [all(f"S{n}" in page for n in range(6)) for page in pages if "Sign" in page] == [True]


def test_english_papers_get_straight_quotes_only_between_latin_letters() -> None:
    (text,) = texts(render(form({"element": "text", "text": "{a}"}), {"a": "the group “care” and “仪容”, it’s"}, "en"))
    assert text.strip().startswith('the group "care" and “仪容”, it\'s')


def test_many_papers_in_one_file_embed_the_fonts_once_and_number_their_own_pages() -> None:
    many = [slip(number=f"CF-BJ-2026-{n:04d}") for n in range(1, 21)]
    done = render_many(load_form("penalty_slip"), many, "zh", checks=[f"CHECK{n:05d}" for n in range(20)], receivers=[])
    found = texts(done)
    assert done.pages == len(found) == 40
    assert "CF-BJ-2026-0020" in found[38]
    assert "CHECK00019" in found[38]
    assert "第 1 页 共 2 页" in found[38]
    assert len(done.pdf) < 5 * len(render_slip().pdf)


def test_joined_papers_keep_their_order_and_size() -> None:
    both = join([render_slip(paper="A5").pdf, render(load_form("inspection_report"), {}, "zh").pdf])
    sizes = [round(width) for width, _ in page_sizes(both)]
    assert sizes[0] == 420
    assert sizes[-1] == 595
    assert "受检机构" in page_texts(both)[-2] + page_texts(both)[-1]


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_a_round_of_forty_items_and_ten_people_prints(paper: str) -> None:
    answers = [
        {"group": "仪容", "item": f"第{n}项，头发过肩盘入发网", "answer": "合格", "note": "", "tone": ""}
        for n in range(40)
    ]
    values = samples(INSPECTION_FIELDS, "zh") | {
        "stops": [{"stop": f"员工{n}", "result": "100 %", "answers": answers} for n in range(10)]
    }
    done = render(load_form("inspection_report"), values, "zh", paper=paper)
    whole = squeezed("".join(texts(done)))
    assert whole.count("第39项") == 10


def test_joined_papers_begin_with_a_bookmark_each() -> None:
    one, other = render_slip(paper="A5").pdf, render(load_form("inspection_report"), {}, "zh").pdf
    reader = PdfReader(BytesIO(join([one, other, one], ["CF-1", "张𬱖 的报告", "CF-2"])))
    pages = len(page_sizes(one)), len(page_sizes(other))
    told = [(entry.title, reader.get_destination_page_number(entry)) for entry in reader.outline]  # type: ignore[union-attr, arg-type]
    assert told == [("CF-1", 0), ("张𬱖 的报告", pages[0]), ("CF-2", sum(pages))]
    assert len(reader.pages) == 2 * pages[0] + pages[1]


def test_a_file_laid_out_otherwise_gets_no_bookmarks_and_stays_whole() -> None:
    pdf = render_slip().pdf
    assert with_outline(pdf[:-20], [("a", 0)]) == pdf[:-20]
    assert with_outline(pdf, []) == pdf
    assert with_outline(join([pdf]), [("a", 99)]).count(b"/Outlines") == 0
