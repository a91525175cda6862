"""What every speech engine of the operating system does, however it is reached."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct


class Manner(Struct, frozen=True, kw_only=True):
    """How a text is spoken."""

    rate: int = 0
    """Percent faster than the engine's usual rate, from -50 to 50."""
    volume: float = 1.0
    """From 0 to 1."""
    language: str = "en"
    """A BCP 47 tag: ``de``, ``pt-BR``."""


class Engine(Protocol):
    """Speaks. Each call may take seconds, and raises OSError if the engine is lost; then another has to be found."""

    name: str

    @property
    def speaking(self) -> bool:
        """Whether a further text has to wait; never if the engine keeps a queue of its own."""

    def speak(self, text: str, manner: Manner) -> None:
        """Begin to speak ``text``."""

    def stop(self) -> None:
        """Fall silent and forget what was still to be said."""

    def close(self) -> None:
        """Let go of the engine."""
