"""Photos of a round: taken in, added, described, marked, removed. Pictures lie in the file store, rows name them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.inspections.model import RoundState
from qualitydesk.inspections.model.photos import Mark, Photo, PhotoOrigin, PictureSource, TakenPicture
from qualitydesk.inspections.rules.photos import (
    MOST_PHOTOS,
    problems_in_caption,
    problems_in_marks,
    stamp_words,
    when,
)
from qualitydesk.inspections.store import photos as store
from qualitydesk.inspections.store import rounds as round_store
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, Database, update_row
from qualitydesk.storage.files import Files

TOUCHED = frozenset({Change.PHOTOS})
_THUMBNAILS = 400  # kept in memory, some 8 kB each
_BURNT = 32  # likewise, some 500 kB each: a report is looked at several times before it is printed


class Photos:
    """The photos of one database.

    A picture is first taken in (`take_file`, `take`: slow, keeps nothing, for a read lane) and then added (`add`: on
    disk when it returns, for the write lane).
    """

    def __init__(self, database: Database, files: Files, clock: Clock) -> None:
        self._database = database
        self._files = files
        self._clock = clock
        self._burnt = lru_cache(maxsize=_BURNT)(self._burn)
        self._thumbnail = lru_cache(maxsize=_THUMBNAILS)(self._make_thumbnail)

    # Questions

    def of_round(self, round_id: UUID, *, removed: bool = False) -> list[Photo]:
        """The photos of a round in their order; with `removed` also those taken away."""
        with self._database.reading() as connection:
            return store.of_round(connection, round_id, removed=removed)

    def of_item(self, round_id: UUID, stop_id: UUID, item_code: str | None) -> list[Photo]:
        """The photos of one item of a stop, or with None those of the whole person or place."""
        with self._database.reading() as connection:
            return store.of_item(connection, round_id, stop_id, item_code)

    def counts(self, round_ids: Sequence[UUID]) -> Mapping[UUID, int]:
        """How many photos each of these rounds has; a round without any is left out."""
        with self._database.reading() as connection:
            return store.counts(connection, round_ids)

    def photo(self, photo_id: UUID) -> Photo:
        """One photo, removed or not. Refused: no_such_photo."""
        with self._database.reading() as connection:
            return self._found(connection, photo_id)

    def kept(self, sha256: str) -> bytes:
        """The picture as it was kept, unmarked: JPEG. Refused: file_missing, file_damaged."""
        return self._files.get(sha256)

    def thumbnail(self, sha256: str, side: int = 192) -> bytes:
        """A small JPEG of a kept picture, within `side` pixels; the last few hundred stay in memory."""
        return self._thumbnail(sha256, side)

    def picture(self, photo_id: UUID, language: str = "zh") -> bytes:
        """A photo for papers: its marks burnt in, time, origin and round number in a band below. JPEG.

        The same photo in the same state gives the same bytes. Refused: no_such_photo, file_missing, file_damaged.
        """
        with self._database.reading() as connection:
            photo = self._found(connection, photo_id)
            walked = round_store.round_by_id(connection, photo.round_id)
        return self._burnt(
            photo.sha256, photo.marks, stamp_words(photo, language, round_number=walked.number if walked else "")
        )

    def room(self) -> int | None:
        """Bytes free on the disk that photos and the database are written to; None when nobody can tell."""
        return self._files.room()

    # Taking in: reads and works, keeps nothing

    def take_file(self, path: Path, origin: PhotoOrigin) -> TakenPicture:
        """Make a file ready to be added. Refused: picture_gone, picture_no_access, and what `take` refuses."""
        content, written = self._content_of(path)
        return self.take(PictureSource(content, origin, path.name, written))

    def preview_file(self, path: Path, side: int) -> bytes:
        """A small upright JPEG of a file that may be added; refused as `take_file` refuses."""
        from qualitydesk.printing import pictures  # here and below: Pillow is not needed to start

        return pictures.thumbnail(pictures.take_in(self._content_of(path)[0]).jpeg, side)

    def _content_of(self, path: Path) -> tuple[bytes, datetime]:
        """A file's bytes and when it was written."""
        from qualitydesk.printing.pictures import LARGEST_FILE

        try:
            facts = path.stat()
            if facts.st_size > LARGEST_FILE:
                raise Refused("picture_too_big", size=f"{facts.st_size / 2**20:.0f}", limit=LARGEST_FILE // 2**20)
            content = path.read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
            raise Refused("picture_gone", name=path.name) from error
        except OSError as error:
            raise Refused("picture_no_access", name=path.name) from error
        return content, datetime.fromtimestamp(max(0.0, facts.st_mtime), UTC)

    def take(self, source: PictureSource) -> TakenPicture:
        """Make a picture ready to be added: upright, at most 2,048 px, without metadata; its time told from.

        Refused: picture_empty, picture_too_big, picture_heic, picture_unreadable, picture_truncated,
        picture_too_many_pixels.
        """
        from qualitydesk.printing.pictures import take_in

        made = take_in(source.content)
        taken_at, taken_from = when(made.taken, source.file_time, self._clock.now())
        digest = hashlib.sha256(source.content).hexdigest()
        return TakenPicture(
            made.jpeg, made.width, made.height, taken_at, taken_from, source.origin, source.name[-200:], digest
        )

    # Verbs

    def add(self, round_id: UUID, stop_id: UUID, item_code: str | None, picture: TakenPicture, by: By) -> Done[Photo]:
        """Add a picture taken in to an item of a stop, or with None to the whole person or place.

        Also to a finished round: it is then marked as added later. Refused: no_such_round, round_abandoned,
        photo_twice, photos_too_many, disk_full, file_not_written.
        """
        with self._database.reading() as connection:  # before its bytes are written, and without holding others up
            self._state_of(connection, round_id, stop_id)
        sha256 = self._files.put(picture.jpeg)
        with self._database.transaction() as connection:
            state = self._state_of(connection, round_id, stop_id)
            there = store.of_round(connection, round_id)
            self._refuse_repetition(there, stop_id, item_code, picture)
            now = self._clock.now()
            photo = Photo(
                new_id(),
                round_id,
                stop_id,
                item_code,
                store.next_position(connection, round_id),
                sha256,
                picture.width,
                picture.height,
                (),
                "",
                picture.taken_at,
                picture.taken_from,
                picture.origin,
                picture.name,
                picture.source_sha256,
                now,
                by.decided_by,
                state is RoundState.FINISHED,
                None,
                None,
                "",
                1,
            )
            store.add(connection, photo)
            after = {"round": round_id, "stop": stop_id, "item": item_code, "sha256": sha256, "origin": photo.origin}
            audit.record(connection, by, now, "add_photo", "photo", photo.id, None, after)
        return Done(photo, TOUCHED)

    def describe(self, photo_id: UUID, revision: int, caption: str, by: By) -> Done[Photo]:
        """Write what a photo shows. Refused: draft, stale, no_such_photo."""
        caption = " ".join(caption.split())
        refuse_if(problems_in_caption(caption))
        return self._change(photo_id, revision, by, "describe_photo", {"caption": caption})

    def mark(self, photo_id: UUID, revision: int, marks: Sequence[Mark], by: By) -> Done[Photo]:
        """Put these marks in place of the ones drawn before. Refused: draft, stale, no_such_photo."""
        refuse_if(problems_in_marks(marks))
        return self._change(photo_id, revision, by, "mark_photo", {"marks": tuple(marks)})

    def assign(self, photo_id: UUID, revision: int, stop_id: UUID, item_code: str | None, by: By) -> Done[Photo]:
        """Say that a photo belongs to another item or person of its round."""
        return self._change(photo_id, revision, by, "assign_photo", {"stop_id": stop_id, "item_code": item_code})

    def move(self, photo_id: UUID, revision: int, step: int, by: By) -> Done[list[Photo]]:
        """Change places with the photo before (−1) or behind (+1) it among those of its item; gives these in order.

        Papers show them in this order. Refused: photo_at_end, stale, no_such_photo.
        """
        with self._database.transaction() as connection:
            photo = self._found(connection, photo_id)
            self._state_of(connection, photo.round_id, photo.stop_id)
            mine = store.of_item(connection, photo.round_id, photo.stop_id, photo.item_code)
            at = [one.id for one in mine].index(photo_id) if photo.removed_at is None else -1
            if at < 0 or not 0 <= at + step < len(mine):
                raise Refused("photo_at_end")
            other = mine[at + step]
            update_row(connection, store.photos, photo_id, revision, position=other.position)
            update_row(connection, store.photos, other.id, other.revision, position=photo.position)
            told, after = {"position": photo.position}, {"position": other.position, "changed_with": other.id}
            audit.record(connection, by, self._clock.now(), "move_photo", "photo", photo_id, told, after)
            found = store.of_item(connection, photo.round_id, photo.stop_id, photo.item_code)
        return Done(found, TOUCHED)

    def remove(self, photo_id: UUID, revision: int, by: By, reason: str = "") -> Done[Photo]:
        """Take a photo away; it stays on record. After the round was finished a reason is needed.

        Refused: reason_missing, stale, no_such_photo.
        """
        with self._database.transaction() as connection:
            photo = self._found(connection, photo_id)
            finished = self._state_of(connection, photo.round_id, photo.stop_id) is not RoundState.OPEN
            if finished and not reason.strip():
                raise Refused("reason_missing")
            values = {"removed_at": self._clock.now(), "removed_by": by.decided_by, "reason": reason.strip()}
            return self._change(photo_id, revision, by, "remove_photo", values)

    def put_back(self, photo_id: UUID, revision: int, by: By) -> Done[Photo]:
        """Take back a removal."""
        values = {"removed_at": None, "removed_by": None, "reason": ""}
        return self._change(photo_id, revision, by, "put_back_photo", values)

    def _change(self, photo_id: UUID, revision: int, by: By, verb: str, values: Mapping[str, object]) -> Done[Photo]:
        with self._database.transaction() as connection:
            before = self._found(connection, photo_id)
            after = replace(before, **values, revision=revision + 1)  # type: ignore[arg-type]
            self._state_of(connection, after.round_id, after.stop_id)
            update_row(connection, store.photos, photo_id, revision, **_row(values))
            now = self._clock.now()
            told = {name: getattr(before, name) for name in values}
            audit.record(connection, by, now, verb, "photo", photo_id, _row(told), _row(values))
        return Done(after, TOUCHED)

    def _found(self, connection: Connection, photo_id: UUID) -> Photo:
        found = store.by_id(connection, photo_id)
        if found is None:
            raise Refused("no_such_photo")
        return found

    def _state_of(self, connection: Connection, round_id: UUID, stop_id: UUID) -> RoundState:
        """The round's state. Refused when it was given up or the stop is not on it."""
        found = round_store.state_of(connection, round_id)
        if found is None or not round_store.stop_belongs(connection, round_id, stop_id):
            raise Refused("no_such_round")
        if found[0] is RoundState.ABANDONED:
            walked = round_store.round_by_id(connection, round_id)
            raise Refused("round_abandoned", number=walked.number if walked else "")
        return found[0]

    def _refuse_repetition(
        self, there: Sequence[Photo], stop_id: UUID, item_code: str | None, picture: TakenPicture
    ) -> None:
        if len(there) >= MOST_PHOTOS:
            raise Refused("photos_too_many", most=MOST_PHOTOS)
        for one in there:
            same = one.source_sha256 == picture.source_sha256
            if same and (one.stop_id, one.item_code) == (stop_id, item_code):
                raise Refused("photo_twice", name=picture.name)

    def _burn(self, sha256: str, marks: tuple[Mark, ...], stamp: str) -> bytes:
        from qualitydesk.printing.pictures import Shape, burnt

        shapes = [Shape(one.kind.value, one.x1, one.y1, one.x2, one.y2) for one in marks]
        return burnt(self._files.get(sha256), shapes, stamp)

    def _make_thumbnail(self, sha256: str, side: int) -> bytes:
        from qualitydesk.printing.pictures import thumbnail

        return thumbnail(self._files.get(sha256), side)


def _row(values: Mapping[str, object]) -> dict[str, object]:
    """Values as their columns keep them."""
    return {
        name: store.marks_as_json(value) if name == "marks" else value  # type: ignore[arg-type]
        for name, value in values.items()
    }
