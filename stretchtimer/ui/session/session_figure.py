"""The figure of a session: it performs what the session does."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.figure.album import Album
from stretchtimer.core.figure.portrayal import portrayal
from stretchtimer.core.session import captions
from stretchtimer.core.session.session import SessionView
from stretchtimer.ui.figure.figure_view import FigureView
from stretchtimer.ui.theme import Theme


class SessionFigure(FigureView):
    """Shows the exercise of a `SessionView`; hidden where that has no picture."""

    def __init__(self, theme: Theme, album: Album, parent: QWidget | None = None, *, names_side: bool = True) -> None:
        """``names_side`` writes the side at the hip: in a small figure there is no room for it."""
        super().__init__(theme, parent)
        self._album, self._names_side = album, names_side
        self.animated = True
        """Whether the figure moves, or only goes from pose to pose."""
        self.changes = False
        """Whether the figure changes by time alone at this moment."""

    def set_view(self, view: SessionView) -> None:
        """Show what is done in ``view``."""
        exercise = view.phase.exercise
        motion = self._album.motion(exercise)
        self.changes = False
        self.setVisible(motion is not None)
        if motion is None:
            return
        shown = portrayal(view, motion, animated=self.animated)
        self.changes = shown.changes
        # On its way out of a hold the figure still shows the other side, which the words have left; and on its way in
        # no place stays clear of it.
        settled = self._names_side and (view.phase.is_work or not shown.changes)
        named = shown.side if shown.side is captions.shown_side(view) and settled else None
        self.show_figure(motion, shown, named.word.capitalize() if named else "", breath_s=view.elapsed_s)
        self.setAccessibleName(exercise.say(motion.description, shown.side or Side.BOTH))
