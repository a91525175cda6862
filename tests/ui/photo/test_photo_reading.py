"""What can be read as a photograph, and in which words anything else is refused."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from stretchtimer.ui.photo.photo_reading import (
    LONGEST_PX,
    UnreadablePicture,
    file_filter,
    holds_picture,
    read_dropped,
    read_file,
)
from tests.ui.photo.photographs import ORIENTATIONS, photograph, write_jpeg

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def upright(qapp: QApplication) -> QImage:
    return photograph(20)


@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_the_tag_of_the_camera_is_honoured(orientation: int, upright: QImage, tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    write_jpeg(upright, file, orientation)
    read = read_file(str(file))
    assert read.size() == upright.size()
    for x, y in ((600, 450), (860, 355), (270, 535), (930, 535)):
        wanted, got = upright.pixelColor(x, y).getRgb()[:3], read.pixelColor(x, y).getRgb()[:3]
        assert all(abs(a - b) < 40 for a, b in zip(wanted, got, strict=True))


def test_a_large_jpeg_is_read_smaller_in_its_proportions(upright: QImage, tmp_path: Path) -> None:
    file = tmp_path / "large.jpg"
    assert upright.scaled(8000, 6000).save(str(file))
    assert read_file(str(file)).size().toTuple() == (LONGEST_PX, LONGEST_PX * 3 // 4)


def png_of(width: int, height: int) -> bytes:
    """Return the beginning of a PNG that says to be of this size."""
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(bytes(99))))
    written = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("huge.png", png_of(30_000, 30_000), "huge.png is too large: 30000 by 30000 pixels"),
        ("notes.jpg", b"no picture at all\n" * 50, "notes.jpg is no photograph"),
        ("drawing.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "is no photograph"),
        ("phone.HEIC", b"\0\0\0\x18ftypheic" + bytes(80), "format of phones"),
        ("empty.png", b"", "empty.png is empty"),
    ],
)
def test_what_is_no_picture_is_refused_in_words(name: str, content: bytes, words: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(UnreadablePicture, match=words):
        read_file(str(file))


@pytest.mark.qt_log_ignore("qt.gui.imageio|libpng")
def test_a_broken_picture_is_refused(upright: QImage, tmp_path: Path) -> None:
    file = tmp_path / "broken.png"
    upright.save(str(file))
    file.write_bytes(file.read_bytes()[:400])
    with pytest.raises(UnreadablePicture, match="damaged"):
        read_file(str(file))


@pytest.mark.parametrize("share", [0.02, 0.3, 0.99])
def test_half_a_download_is_refused_and_not_shown_grey(share: float, upright: QImage, tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    write_jpeg(upright, file, 6)
    whole = file.read_bytes()
    preview = (
        b"\xff\xe2" + struct.pack(">H", 8) + b"abcd\xff\xd9"
    )  # a segment before the picture with an end of its own
    file.write_bytes((whole[:2] + preview + whole[2:])[: round(len(whole) * share)])
    with pytest.raises(UnreadablePicture, match="damaged"):
        read_file(str(file))


def test_bytes_that_fill_up_before_a_segment_are_no_damage(upright: QImage, tmp_path: Path) -> None:
    file = tmp_path / "filled.jpg"
    write_jpeg(upright, file, 6)
    jpeg = file.read_bytes()
    file.write_bytes(jpeg[:2] + b"\xff\xff" + jpeg[2:])
    assert not read_file(str(file)).isNull()


def test_what_a_phone_adds_behind_the_picture_does_no_harm(upright: QImage, tmp_path: Path) -> None:
    file = tmp_path / "motion.jpg"
    write_jpeg(upright, file, 1)
    file.write_bytes(file.read_bytes() + b"a film" * 100)
    assert read_file(str(file)).size() == upright.size()


@pytest.mark.parametrize("name", ["", "nothing.jpg"])
def test_a_folder_or_a_missing_file_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadablePicture, match="is no file"):
        read_file(str(tmp_path / name))


def test_a_picture_is_taken_as_it_is_dropped(upright: QImage) -> None:
    data = QMimeData()
    data.setImageData(upright)
    assert holds_picture(data)
    assert read_dropped(data).size() == upright.size()
    data.setImageData(upright.scaled(4 * LONGEST_PX, 30))
    assert read_dropped(data).width() == LONGEST_PX


def test_a_dropped_file_is_read(upright: QImage, tmp_path: Path) -> None:
    file = tmp_path / "täglich 1.jpg"
    write_jpeg(upright, file, 6)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    assert holds_picture(data)
    assert read_dropped(data).size() == upright.size()


def test_an_address_or_a_text_is_refused() -> None:
    data = QMimeData()
    data.setText("12 degrees")
    assert not holds_picture(data)
    with pytest.raises(UnreadablePicture, match="There is no picture"):
        read_dropped(data)
    data.setUrls([QUrl("https://example.org/photo.jpg")])
    with pytest.raises(UnreadablePicture, match="only the address"):
        read_dropped(data)


def test_pictures_are_offered_by_their_endings() -> None:
    assert "(*.bmp *.gif *.jpeg *.jpg *.png" in file_filter()
    assert all(ending not in file_filter() for ending in ("*.svg", "*.ico", "*.pbm"))
