"""Files that the tests of the catalogue start from."""

from __future__ import annotations

from pathlib import Path

EXERCISE = """
id = "lunge"
name = "Lunge"
kind = "static_hold"
position = "kneeling"
laterality = "unilateral"
stretches = "front of the {stretched} hip"
set_up = "Kneel."
cue = "{stretched} knee down"
steps = ["Kneel.", "Lean."]
credits_hip_flexor = true
beside_desk = false

[dosage.sets]
default = 3
min = 1
max = 5
origin = "stated"

[dosage.hold_s]
default = 30
min = 10
max = 60
origin = "inherited"

[[source]]
file = "one.md"
lines = "10-20"
"""

ROUTINE = """
id = "short"
name = "Short"
summary = "One exercise."

[[items]]
exercise = "lunge"
sets = 2
"""


def put(folder: Path, kind: str, name: str, text: str | bytes) -> Path:
    """Write a file called ``name`` into the ``kind`` folder (exercises or routines) of ``folder``."""
    file = folder / kind / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file
