"""The letterhead of one house: texts and logo, as they will stand at the head of its papers from now on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from qualitydesk.basics.errors import Problem, Refused
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pieces import button, hbox, vbox
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.model import Letterhead, LetterheadDraft, Owner
from qualitydesk.papers.rules import problems_in_letterhead
from qualitydesk.papers.service import Letterheads

_SHOWN = QSize(30 * GRID, 9 * GRID)
_SVG_DOTS = 1200  # the longer side of a drawn logo, in dots
_MOST_BYTES = 64 * 2**20  # no picture: not even read


def picture_in(path: Path) -> bytes:
    """The content of a picture file; a drawing (SVG) as dots. Refused: logo_not_read, logo_no_picture, logo_too_big."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise Refused("logo_too_big", megabytes=20)
        content = path.read_bytes()
    except OSError as error:
        raise Refused("logo_not_read", path=str(path)) from error
    return _drawn(content) if path.suffix.lower() == ".svg" else content


def _drawn(svg: bytes) -> bytes:
    if b"<svg" not in svg:
        raise Refused("logo_no_picture")
    drawing = QSvgRenderer()
    size = drawing.defaultSize() if drawing.load(QByteArray(svg)) else QSize()
    if not size.isValid() or size.isEmpty():
        raise Refused("logo_no_picture")
    image = QImage(size.scaled(_SVG_DOTS, _SVG_DOTS, Qt.AspectRatioMode.KeepAspectRatio), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    return _png(image)


def _png(image: QImage) -> bytes:
    out = QBuffer()
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(out, "PNG")  # type: ignore[call-overload]
    return bytes(out.data().data())


class LogoBox(QWidget):
    """Shows a logo, takes another, or none. `logo` is the hash of what is shown."""

    def __init__(self, tools: Tools, letterheads: Letterheads, taken: object, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._letterheads = letterheads
        self._taken = taken
        self.logo = ""
        self._picture = QLabel()
        self._picture.setProperty("role", "paper")
        self._picture.setFixedSize(_SHOWN)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.choose_button = button(self.tr("Choose a picture…"), "camera", self.choose)
        self.drop_button = button(self.tr("Without a logo"), do=self.drop)
        self.setLayout(hbox(self._picture, vbox(self.choose_button, self.drop_button, None), None))
        self.setFocusProxy(self.choose_button)
        self.say_none()

    def show_logo(self, logo: str) -> None:
        """Show the logo with that hash; "" none."""
        self.logo = logo
        if logo:
            self._tools.operations.read(self, self._letterheads.images_for, {"house_logo": logo}, then=self._show)
        else:
            self.say_none()

    def say_none(self) -> None:
        self._picture.setPixmap(QPixmap())
        self._picture.setText(self.tr("No logo"))
        self.drop_button.setEnabled(False)

    def choose(self) -> None:
        """Ask for a picture file and take it."""
        kinds = self.tr("Pictures") + " (*.png *.jpg *.jpeg *.svg *.bmp *.webp *.gif *.tif *.tiff)"
        self._tools.prompts.open_path(self, self.tr("Choose a logo"), kinds, self.take)

    def take(self, path: Path) -> None:
        """Make the picture ready off the GUI thread; what is none is told beside the field."""
        self.choose_button.setEnabled(False)
        self._tools.operations.read(self, self._ready, path, then=self._took, failed=self._not_taken)

    def drop(self) -> None:
        self.show_logo("")

    def _ready(self, path: Path) -> str:
        return self._letterheads.keep_logo(picture_in(path))

    def _took(self, logo: str) -> None:
        self.choose_button.setEnabled(True)
        if callable(self._taken):
            self._taken("")
        self.show_logo(logo)

    def _not_taken(self, error: Exception) -> bool:
        self.choose_button.setEnabled(True)
        if not isinstance(error, Refused) or not callable(self._taken):
            return False
        self._taken(self._tools.prompts.words_for(error))
        return True

    def _show(self, images: dict[str, bytes]) -> None:
        pixmap = QPixmap()
        pixmap.loadFromData(images.get(self.logo, b""))
        room = _SHOWN - QSize(GRID, GRID)
        small = pixmap.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio).boundedTo(pixmap.size())
        ratio = self.devicePixelRatioF()
        shown = pixmap.scaled(
            small * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        paper = QPixmap(shown.size())
        paper.fill(Qt.GlobalColor.white)  # what it is printed on, in any theme
        painter = QPainter(paper)
        painter.drawPixmap(0, 0, shown)
        painter.end()
        paper.setDevicePixelRatio(ratio)
        self._picture.setPixmap(paper)
        self.drop_button.setEnabled(True)


class LetterheadDialog(DraftDialog):
    """Edits the letterhead of `owner`; `group` fills what an institution leaves empty and is shown as its hints."""

    def __init__(
        self,
        tools: Tools,
        letterheads: Letterheads,
        owner: Owner,
        found: Letterhead | None,
        group: Letterhead | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, owner.name, parent=parent)
        self.setWindowTitle(self.tr("Letterhead of {name}").format(name=owner.name))
        self._owner = owner
        self._revision = 0
        self.house, self.line, self.address, self.telephone = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        above = None if owner.of_group else group
        self._offer(above)
        self.add_row("name", self.tr("Name line"), self.house, hint=self.tr("In large letters."))
        self.add_row("line", self.tr("Second line"), self.line, hint=self._second_hint())
        self.add_row("address", self.tr("Address"), self.address)
        self.add_row("telephone", self.tr("Telephone"), self.telephone)
        self.logo_box = LogoBox(tools, letterheads, lambda words: self.field_row("logo").say_problem(words))
        self.add_row(
            "logo",
            self.tr("Logo"),
            self.logo_box,
            hint=self.tr("PNG, JPG or SVG; printed at most 40 mm wide and 14 mm high."),
        )
        self.show_found(found)
        self.reloads(lambda: letterheads.all().get(owner.id), self.show_found)

    def _second_hint(self) -> str:
        if self._owner.of_group:
            return self.tr("On papers of the whole group; others carry the institution's name here.")
        return self.tr("Left empty, the institution's name stands here.")

    def _offer(self, group: Letterhead | None) -> None:
        """What the group's letterhead would fill in shows as a pale text."""
        for editor, text in (
            (self.house, group.name if group else ""),
            (self.line, "" if self._owner.of_group else self._owner.name),
            (self.address, group.address if group else ""),
            (self.telephone, group.telephone if group else ""),
        ):
            editor.setPlaceholderText(text)

    def show_found(self, found: Letterhead | None) -> None:
        """Fill the fields with what is kept."""
        found = found or Letterhead(self._owner.id, self._owner.of_group)
        self._revision = found.revision
        for editor, text in (
            (self.house, found.name),
            (self.line, found.line),
            (self.address, found.address),
            (self.telephone, found.telephone),
        ):
            editor.setText(text)
        self.logo_box.show_logo(found.logo)

    def read_draft(self) -> LetterheadDraft:
        return LetterheadDraft(
            self._owner.id,
            self._owner.of_group,
            self.house.text().strip(),
            self.line.text().strip(),
            self.address.text().strip(),
            self.telephone.text().strip(),
            self.logo_box.logo,
            self._revision,
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, LetterheadDraft)
        return problems_in_letterhead(draft)
