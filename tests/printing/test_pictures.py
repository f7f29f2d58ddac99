"""Pictures as telephones, screenshots and broken cards bring them: taken in right, or told in a sentence why not."""

from __future__ import annotations

import random
import struct
import threading
import time
import zlib
from datetime import datetime, timedelta, timezone
from io import BytesIO

import pytest
from PIL import Image, ImageCms, ImageDraw
from PIL.PngImagePlugin import PngInfo

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import knows
from qualitydesk.printing.pictures import LARGEST_FILE, Shape, burnt, take_in, thumbnail

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL")  # it remarks upon damaged notes

EXIF, GPS = 0x8769, 0x8825
RED, BLUE, WHITE = (200, 30, 30), (30, 30, 200), (255, 255, 255)


def halves(width: int = 60, height: int = 40) -> Image.Image:
    """Red on the left, blue on the right."""
    made = Image.new("RGB", (width, height), RED)
    ImageDraw.Draw(made).rectangle((width // 2, 0, width, height), fill=BLUE)
    return made


def saved(picture: Image.Image, kind: str = "JPEG", **how: object) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


def opened(jpeg: bytes) -> Image.Image:
    return Image.open(BytesIO(jpeg), formats=("JPEG",))


def about(seen: tuple[int, ...], wanted: tuple[int, ...], within: int = 12) -> bool:
    return all(abs(one - other) <= within for one, other in zip(seen, wanted, strict=True))


def telephone(orientation: int = 1) -> bytes:
    """A picture as a telephone writes it: upside, place, maker, a remark, colours, a second copy of it all as XMP."""
    notes = Image.Exif()
    notes[0x0112] = orientation
    notes[0x010F] = "SecretMaker"
    notes[0x0132] = "2026:11:20 08:00:00"
    notes.get_ifd(EXIF).update({0x9003: "2026:11:21 09:31:05", 0x9286: "SecretRemark"})
    notes.get_ifd(GPS).update({1: "N", 2: (39.0, 54.0, 20.0), 3: "E", 4: (116.0, 23.0, 29.0)})
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>SecretPlace</x:xmpmeta>"
    return saved(halves(), exif=notes, icc_profile=profile, xmp=xmp, comment="SecretComment")


def refusal(content: bytes) -> str:
    with pytest.raises(Refused) as refused:
        take_in(content)
    code = refused.value.code
    assert knows("zh", f"refused.{code}") and knows("en", f"refused.{code}")
    return code


def test_nothing_but_the_picture_is_kept() -> None:
    source = telephone()
    assert b"Secret" in source and b"Exif" in source  # the test can see what it looks for
    kept = take_in(source).jpeg
    for trace in (b"Exif", b"GPS", b"Secret", b"xmp", b"http", b"ICC_PROFILE", b"Photoshop"):
        assert trace not in kept
    found = opened(kept)
    assert not found.getexif() and set(found.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_the_same_holds_for_png_and_webp() -> None:
    notes = PngInfo()
    notes.add_text("Author", "SecretName")
    notes.add_itxt("XML:com.adobe.xmp", "SecretPlace")
    for source in (
        saved(halves(), "PNG", pnginfo=notes),
        saved(halves(), "WEBP", xmp=b"SecretPlace", exif=b"Exif\0\0"),
    ):
        assert b"Secret" not in take_in(source).jpeg


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_turned_upright_whichever_way_the_camera_was_held(orientation: int) -> None:
    backwards = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    upright = halves()
    ImageDraw.Draw(upright).rectangle((0, 0, 15, 10), fill=WHITE)  # the upper left corner tells every turn apart
    notes = Image.Exif()
    notes[0x0112] = orientation
    held = upright.transpose(backwards) if backwards is not None else upright
    made = take_in(saved(held, exif=notes, quality=95))
    assert (made.width, made.height) == (60, 40)
    found = opened(made.jpeg)
    assert about(found.getpixel((5, 4)), WHITE) and about(found.getpixel((5, 30)), RED)
    assert about(found.getpixel((50, 4)), BLUE)


@pytest.mark.parametrize(
    ("size", "wanted"), [((4000, 3000), (2048, 1536)), ((300, 5000), (123, 2048)), ((60, 40), (60, 40))]
)
def test_the_long_side_is_at_most_2048_and_nothing_is_blown_up(size: tuple[int, int], wanted: tuple[int, int]) -> None:
    for kind in ("JPEG", "PNG"):
        made = take_in(saved(halves(*size), kind))
        assert (made.width, made.height) == wanted
        assert opened(made.jpeg).size == wanted


def test_the_cameras_time_is_read_with_its_zone_if_it_tells_one() -> None:
    assert take_in(telephone()).taken == datetime(2026, 11, 21, 9, 31, 5)  # noqa: DTZ001 - the camera named no zone
    zoned = take_in(_zoned("+08:00")).taken
    assert zoned == datetime(2026, 11, 21, 9, 31, 5, tzinfo=timezone(timedelta(hours=8)))
    assert take_in(saved(halves())).taken is None


def _zoned(zone: str) -> bytes:
    notes = Image.Exif()
    notes.get_ifd(EXIF).update({0x9003: "2026:11:21 09:31:05", 0x9011: zone})
    return saved(halves(), exif=notes)


@pytest.mark.parametrize(
    "words", ["0000:00:00 00:00:00", "2026:13:45 99:00:00", "yesterday", "", "    :  :     :  :  "]
)
def test_a_camera_without_a_clock_tells_no_time(words: str) -> None:
    notes = Image.Exif()
    notes.get_ifd(EXIF)[0x9003] = words
    assert take_in(saved(halves(), exif=notes)).taken is None


def test_every_kind_of_colour_comes_out_right() -> None:
    ways = {
        "palette": saved(halves().quantize(4), "PNG"),
        "cmyk": saved(halves().convert("CMYK"), "JPEG", quality=95),
        "bmp": saved(halves(), "BMP"),
        "tiff": saved(halves(), "TIFF", compression="tiff_lzw"),
        "webp": saved(halves(), "WEBP", lossless=True),
        "gif": saved(halves(), "GIF"),
        "progressive": saved(halves(), "JPEG", progressive=True, quality=95),
    }
    for name, source in ways.items():
        found = opened(take_in(source).jpeg)
        assert found.mode == "RGB", name
        assert about(found.getpixel((8, 20)), RED, 40) and about(found.getpixel((50, 20)), BLUE, 40), name


def test_what_is_transparent_stands_on_white() -> None:
    clear = halves().convert("RGBA")
    clear.paste((0, 0, 0, 0), (0, 0, 30, 40))
    palette = Image.new("P", (60, 40), 0)
    palette.putpalette([0, 0, 0, 30, 30, 200] + [0] * 762)
    palette.paste(1, (30, 0, 60, 40))
    for source in (saved(clear, "PNG"), saved(palette, "GIF", transparency=0), saved(palette, "PNG", transparency=0)):
        found = opened(take_in(source).jpeg)
        assert about(found.getpixel((8, 20)), WHITE) and about(found.getpixel((50, 20)), BLUE)


def test_sixteen_bits_of_grey_become_eight() -> None:
    deep = Image.new("I;16", (60, 40), 0x8000)
    found = opened(take_in(saved(deep, "PNG")).jpeg)
    assert about(found.getpixel((30, 20)), (128, 128, 128), 3)
    floating = Image.new("F", (60, 40), 0.25)
    floating.paste(0.75, (30, 0, 60, 40))
    found = opened(take_in(saved(floating, "TIFF")).jpeg)
    assert found.getpixel((50, 20))[0] - found.getpixel((8, 20))[0] > 100


def test_one_bit_pictures_and_grey_with_alpha_come_in() -> None:
    for picture in (halves().convert("1"), halves().convert("LA"), halves().convert("L")):
        assert opened(take_in(saved(picture, "PNG")).jpeg).mode == "RGB"


def test_of_a_moving_picture_the_first_frame_is_kept() -> None:
    moving = saved(halves(), "GIF", save_all=True, append_images=[Image.new("RGB", (60, 40), WHITE)] * 20)
    assert about(opened(take_in(moving).jpeg).getpixel((8, 20)), RED, 30)


def test_a_damaged_colour_profile_or_damaged_notes_do_not_cost_the_picture() -> None:
    assert take_in(saved(halves(), icc_profile=b"nonsense" * 40)).width == 60
    assert take_in(saved(halves(), exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + b"\xff" * 60)).width == 60


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "picture_empty"),
        ("这是一段文字，不是照片。".encode() * 50, "picture_unreadable"),
        (b"%PDF-1.7\n" + b"x" * 500, "picture_unreadable"),
        (b"MZ" + bytes(2000), "picture_unreadable"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(400), "picture_heic"),
        (bytes(LARGEST_FILE + 1), "picture_too_big"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><rect width='5' height='5'/></svg>", "picture_unreadable"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n", "picture_unreadable"),
    ],
)
def test_what_is_no_picture_is_refused_in_words(content: bytes, code: str) -> None:
    assert refusal(content) == code


def test_a_picture_cut_short_is_told_as_such() -> None:
    noise = Image.effect_noise((400, 300), 80).convert("RGB")
    whole = saved(noise)
    assert refusal(whole[: len(whole) // 2]) == "picture_truncated"
    assert refusal(whole[:300]) in ("picture_truncated", "picture_unreadable")
    png = saved(noise, "PNG")
    assert refusal(png[: len(png) // 2]) in ("picture_truncated", "picture_unreadable")


def png_of(width: int, height: int) -> bytes:
    """A few hundred bytes that claim to be a huge picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("size", [(12_000, 12_000), (20_000, 20_000), (60_000, 60_000), (2**31 - 1, 2**31 - 1)])
def test_a_bomb_is_refused_before_it_is_unpacked(size: tuple[int, int]) -> None:
    began = time.process_time()
    assert refusal(png_of(*size)) in ("picture_too_many_pixels", "picture_unreadable")
    assert time.process_time() - began < 1


def test_five_hundred_damaged_files_are_taken_in_or_refused_and_nothing_else() -> None:
    chance = random.Random(7)
    noise = Image.effect_noise((64, 48), 60).convert("RGB")
    sources = [
        telephone(6),
        saved(noise, "PNG"),
        saved(noise.quantize(16), "GIF"),
        saved(noise, "BMP"),
        saved(noise, "TIFF"),
        saved(noise, "WEBP"),
        saved(noise.convert("CMYK"), "JPEG"),
        saved(noise, "JPEG", progressive=True),
    ]
    outcomes = {True: 0, False: 0}
    for turn in range(600):
        content = bytearray(sources[turn % len(sources)])
        for _ in range(chance.randint(1, 12)):
            content[chance.randrange(min(len(content), 400 if turn % 2 else 10**9))] = chance.randrange(256)
        if turn % 7 == 0:
            del content[chance.randrange(len(content)) :]
        try:
            made = take_in(bytes(content))
        except Refused as refused:
            assert knows("zh", f"refused.{refused.code}")
            outcomes[False] += 1
        else:
            assert opened(made.jpeg).size == (made.width, made.height)
            outcomes[True] += 1
    assert min(outcomes.values()) > 50


def test_other_threads_run_while_a_large_picture_is_unpacked() -> None:
    source = saved(Image.effect_noise((6000, 4000), 60).convert("RGB"))
    longest, stop = [0.0], threading.Event()

    def look() -> None:
        while not stop.is_set():
            began = time.perf_counter()
            time.sleep(0.001)
            longest[0] = max(longest[0], time.perf_counter() - began)

    watching = threading.Thread(target=look)
    watching.start()
    began = time.perf_counter()
    take_in(source)
    took = time.perf_counter() - began
    stop.set()
    watching.join()
    assert longest[0] < max(0.1, took / 2)


def test_a_thumbnail_fits_its_square() -> None:
    small = opened(thumbnail(take_in(saved(halves(1200, 800))).jpeg, 96))
    assert small.size == (96, 64)


def test_marks_are_burnt_into_a_copy_where_they_were_drawn() -> None:
    plain = take_in(saved(Image.new("RGB", (800, 600), WHITE))).jpeg
    shapes = [Shape("arrow", 0.1, 0.1, 0.5, 0.5), Shape("ellipse", 0.6, 0.6, 0.9, 0.9)]
    found = opened(burnt(plain, shapes))
    assert found.size == (800, 600)
    for at in ((400 - 12, 300 - 9), (200, 150), (600, 360), (480, 450)):
        assert found.getpixel(at)[1] < 120, at  # red, not white
    assert about(found.getpixel((600, 450)), WHITE)  # an ellipse is not filled
    assert opened(plain).getpixel((200, 150)) == WHITE


def test_a_stamp_stands_below_the_picture_and_hides_nothing() -> None:
    plain = take_in(saved(halves(800, 600))).jpeg
    stamped = burnt(plain, (), "2026-11-21 09:31 · 相机时间 · 文件 · XJ-BJC-2026-0001")
    found = opened(stamped)
    assert found.width == 800 and found.height > 600
    assert about(found.getpixel((100, 595)), RED, 30)
    band = found.crop((0, 602, 800, found.height)).convert("L")
    assert band.getextrema()[1] > 200 and band.getextrema()[0] < 60
    assert stamped == burnt(plain, (), "2026-11-21 09:31 · 相机时间 · 文件 · XJ-BJC-2026-0001")
    assert burnt(take_in(saved(halves(30, 40))).jpeg, (), "2026-11-21 09:31 · 相机时间")  # too narrow for its words


def test_a_mark_of_no_length_is_drawn_without_a_fault() -> None:
    plain = take_in(saved(halves())).jpeg
    for kind in ("arrow", "ellipse"):
        assert burnt(plain, [Shape(kind, 0.5, 0.5, 0.5, 0.5), Shape(kind, 0.9, 0.9, 0.1, 0.1)])
