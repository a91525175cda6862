"""How the exercises of a handout share its page: in columns, each picture beside its words or above them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from msgspec import Struct
from PySide6.QtCore import QRectF

from stretchtimer.ui.handout.words import Words

READABLE = 13.0
"""Letters of so many points are read from a metre: their small ones are 2.4 mm high, 8 minutes of arc. On an eye chart
read at 20/20 they are 5. Our convention."""
SIZES = tuple(size / 2 for size in range(10, 49))
"""Letters have one of these sizes in points."""
LARGE = 20.0
"""Letters larger than that are worth no smaller picture."""
SMALLEST_MM = 30.0
"""A picture is at least so wide and so high before it gives way to more words. Our convention."""
COLUMNS = (1, 2, 3)
SHARES = (0.3, 0.4, 0.5, 0.6)
"""How much of its place an exercise gives to the picture."""
HIGHEST = 1.2
"""How many times as high as wide a picture beside its words is at most: it stays at the head of a high place."""


class Arrangement(Struct, frozen=True, kw_only=True):
    """One way to share the page."""

    columns: int
    beside: bool
    """Whether the pictures are on the left of their words; if not, above them."""
    share: float
    gap: float
    """Between columns and, half of it, between rows."""

    def places(self, page: QRectF, count: int) -> Iterator[QRectF]:
        """Yield the place of each of ``count`` exercises on ``page``, row by row."""
        rows = ceil(count / self.columns)
        width = (page.width() + self.gap) / self.columns
        height = (page.height() + self.gap / 2) / rows
        for number in range(count):
            row, column = divmod(number, self.columns)
            corner = (page.left() + column * width, page.top() + row * height)
            yield QRectF(*corner, width - self.gap, height - self.gap / 2)

    def picture(self, place: QRectF) -> QRectF:
        """Return where in ``place`` the picture is."""
        if self.beside:
            width = place.width() * self.share
            return QRectF(place.left(), place.top(), width, min(place.height(), HIGHEST * width))
        return QRectF(place.left(), place.top(), place.width(), place.height() * self.share)

    def words(self, place: QRectF) -> QRectF:
        """Return where in ``place`` the words are."""
        picture = self.picture(place)
        if self.beside:
            return place.adjusted(picture.width() + self.gap / 2, 0, 0, 0)
        return place.adjusted(0, picture.height() + self.gap / 4, 0, 0)


class Layout(Struct, frozen=True, kw_only=True):
    """What was chosen for a page."""

    arrangement: Arrangement
    points: float
    """The size of the letters."""
    detail: int
    """How short the words are: 0 is in full."""


def best_layout(details: Sequence[Sequence[Words]], page: QRectF, gap: float, millimetre: float) -> Layout:
    """Return how to share ``page``: with as many words as are readable, then with large letters and pictures.

    ``details`` has the words of all exercises, once in full and then shorter and shorter.
    """
    count = len(details[0])
    arrangements = [
        Arrangement(columns=columns, beside=beside, share=share, gap=gap)
        for columns in COLUMNS
        if columns <= count
        for beside in (True, False)
        for share in SHARES
    ]
    for detail, words in enumerate(details):
        found = [Layout(arrangement=each, points=_largest(words, each, page), detail=detail) for each in arrangements]
        good = [
            layout
            for layout in found
            if layout.points >= READABLE and _picture(layout, page, count) >= SMALLEST_MM * millimetre
        ]
        if good:
            break
    else:  # a crowded page: the letters come before the pictures, as long as they can be read
        good = [layout for layout in found if layout.points >= READABLE] or found
    return max(good, key=lambda layout: min(layout.points, LARGE) * _picture(layout, page, count))


def _largest(words: Sequence[Words], arrangement: Arrangement, page: QRectF) -> float:
    """Return the largest size of letters with which all ``words`` fit, or the smallest size there is."""
    room = arrangement.words(next(arrangement.places(page, len(words))))
    low, high = 0, len(SIZES) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if all(each.fits(room.width(), room.height(), SIZES[middle]) for each in words):
            low = middle
        else:
            high = middle - 1
    return SIZES[low]


def _picture(layout: Layout, page: QRectF, count: int) -> float:
    """Return how wide and how high a picture is at least."""
    picture = layout.arrangement.picture(next(layout.arrangement.places(page, count)))
    return min(picture.width(), picture.height())
