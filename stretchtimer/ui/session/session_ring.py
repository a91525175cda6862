"""The ring of a session, and how often a face of a session is painted."""

from __future__ import annotations

from math import ceil

from stretchtimer.core.language import _
from stretchtimer.core.session import captions
from stretchtimer.core.session.session import SessionView, State
from stretchtimer.ui.session.ring import CountdownRing, RingLook, RingView

SHORTEST_FRAME_MS = 100
"""Ten pictures a second are smooth for a ring that moves this slowly and for somebody who breathes."""

MOVING_FRAME_MS = 50
"""Twenty pictures a second while the figure goes from one pose to the next."""


def ring_view(view: SessionView) -> RingView:
    """Return what the ring shows of ``view``."""
    if view.state is State.READY:
        return RingView(look=RingLook.BETWEEN, title=_("Press Space"), figure=None, whole=1, fraction=1.0)
    title = captions.repetition_progress(view) or captions.phase_title(view.phase)
    look = RingLook.WORK if view.phase.is_work else RingLook.BETWEEN
    if view.state is State.PAUSED:
        title, look = _("Paused"), RingLook.PAUSED
    return RingView(
        look=look,
        title=title,
        figure=view.figure,
        whole=view.phase.repetitions if view.waits_for_key else ceil(view.phase.length_s),
        fraction=view.fraction_left,
    )


def frame_interval_ms(view: SessionView, ring: CountdownRing, *, figure_changes: bool) -> int | None:
    """Return after how many milliseconds the picture of ``view`` changes by time alone; None if it does not."""
    if view.state is not State.RUNNING or view.waits_for_key:
        return None
    if figure_changes:
        return MOVING_FRAME_MS
    return max(SHORTEST_FRAME_MS, round(1000 * view.phase.length_s / ring.steps))
