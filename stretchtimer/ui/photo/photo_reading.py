"""Reading a photograph: a file, what was dropped or the clipboard; upright, and not larger than needed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileInfo, QMimeData, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from stretchtimer.core.language import _

LONGEST_PX = 3000
"""A larger picture is read smaller: a pixel is then still less than 0.1 degrees of a thigh a quarter as long."""
MOST_PIXELS = 250_000_000
"""More than the camera of any phone takes; a file that says so is broken or means harm."""
WHOLE_PIXELS = 33_000_000
"""So many fit into Qt's limit of 256 MiB, also with 16 bits a colour. Only JPEG can be read smaller than it is."""
SCALED_WHILE_READ = (b"jpeg", b"jpg")
DRAWINGS = (b"svg", b"svgz")
OFFERED = ("bmp", "gif", "heic", "heif", "jpeg", "jpg", "png", "tif", "tiff", "webp")
"""The endings of photographs; Qt also reads icons and the like, which nobody looks for here."""
START_OF_SCAN, END_OF_IMAGE = 0xDA, b"\xff\xd9"
"""Markers of JPEG. In the picture itself a byte FF is followed by 00 or a restart, never by the byte of its end."""
PHONE_SUFFIXES = ("heic", "heif", "avif")


class UnreadablePicture(Exception):
    """There is no picture to be had; its text says why, for the person."""


def read_file(file: str) -> QImage:
    """Return the picture in ``file`` as its camera was held (EXIF), at most `LONGEST_PX` long.

    Raises UnreadablePicture.
    """
    info = QFileInfo(file)
    name = info.fileName()
    if not info.isFile():
        raise UnreadablePicture(_("{name} is no file.").format(name=name or file))
    if not info.isReadable():
        raise UnreadablePicture(_("{name} may not be read: the system denies it.").format(name=name))
    reader = QImageReader(file)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or bytes(reader.format().data()) in DRAWINGS:
        raise UnreadablePicture(_foreign(info))
    _refuse_huge(name, size, scaled=bytes(reader.format().data()) in SCALED_WHILE_READ)
    if max(size.width(), size.height()) > LONGEST_PX:
        reader.setScaledSize(_fitting(size))
    # Qt fills up with grey what is missing of a JPEG.
    image = QImage() if _cut_short(file, bytes(reader.format().data())) else reader.read()
    if image.isNull():
        raise UnreadablePicture(_("{name} is damaged: the picture in it cannot be read.").format(name=name))
    return image


def read_dropped(data: QMimeData) -> QImage:
    """Return the picture that ``data`` (dropped, or the clipboard's) holds or names. Raises UnreadablePicture."""
    files = [url for url in data.urls() if url.isLocalFile()]
    if files:
        return read_file(files[0].toLocalFile())
    if data.hasImage():
        image = QImage(data.imageData())
        if not image.isNull():
            return (
                image
                if max(image.width(), image.height()) <= LONGEST_PX
                else image.scaled(
                    _fitting(image.size()),
                    Qt.AspectRatioMode.IgnoreAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
    if data.hasUrls():
        raise UnreadablePicture(_("This is only the address of a picture. Save the picture first, then open its file."))
    raise UnreadablePicture(_("There is no picture in what was given."))


def holds_picture(data: QMimeData) -> bool:
    """Return whether ``data`` may hold a picture, so that it can be dropped."""
    return data.hasImage() or data.hasUrls()


def file_filter() -> str:
    """Return the filter for choosing a file: the pictures that can be read, and all files."""
    readable = {bytes(each.data()).decode() for each in QImageReader.supportedImageFormats()}
    shown = " ".join(f"*.{ending}" for ending in OFFERED if ending in readable)
    return ";;".join((_("Pictures ({endings})").format(endings=shown), _("All files (*)")))


def _refuse_huge(name: str, size: QSize, *, scaled: bool) -> None:
    pixels = size.width() * size.height()
    if pixels > (MOST_PIXELS if scaled else WHOLE_PIXELS):
        raise UnreadablePicture(
            _("{name} is too large: {width} by {height} pixels. Save it smaller, then open it again.").format(
                name=name, width=size.width(), height=size.height()
            )
        )


def _cut_short(file: str, kind: bytes) -> bool:
    """Return whether ``file`` is a JPEG that ends before its picture does, as half a download does.

    Qt paints what is missing grey. Whether much is missing, or the end alone, only decoding it would tell.
    """
    if kind not in SCALED_WHILE_READ:
        return False
    data, at = Path(file).read_bytes(), 2
    while len(segment := data[at : at + 4]) == 4 and segment[0] == 0xFF:
        if segment[1] == 0xFF:  # as many of these as a program likes may stand before a segment
            at += 1
            continue
        length = int.from_bytes(segment[2:], "big")
        if segment[1] == START_OF_SCAN:
            # What stands before, such as a small preview, may have an end of its own.
            return data.find(END_OF_IMAGE, at + 2 + length) < 0
        at += 2 + length
    return len(segment) < 4


def _fitting(size: QSize) -> QSize:
    return size.scaled(LONGEST_PX, LONGEST_PX, Qt.AspectRatioMode.KeepAspectRatio)


def _foreign(info: QFileInfo) -> str:
    """Return what to say of a file in which there is no picture that Qt knows."""
    name = info.fileName()
    if info.size() == 0:
        return _("{name} is empty.").format(name=name)
    if Path(name).suffix.lower().removeprefix(".") in PHONE_SUFFIXES:
        return _(
            "{name} is in a format of phones that cannot be read here. Send or save it as JPEG; on an iPhone, "
            "Settings, Camera, Formats, Most Compatible does so for every picture."
        ).format(name=name)
    return _("{name} is no photograph that can be read: JPEG, PNG and WebP can.").format(name=name)
