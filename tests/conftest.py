"""Tests need no screen; the one of the whole program starts a virtual one for itself."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
