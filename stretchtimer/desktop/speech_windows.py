"""Speech by the voice of Windows, through one PowerShell that stays: starting it takes longer than saying "three"."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping

from stretchtimer.desktop.speech_engine import Manner

SCRIPT = """
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
$orders = New-Object System.IO.StreamReader([Console]::OpenStandardInput(), [System.Text.Encoding]::UTF8)
while ($null -ne ($order = $orders.ReadLine())) {
    $word, $rest = $order -split ' ', 2
    switch ($word) {
        'say' { [void]$voice.SpeakAsync($rest) }
        'stop' { $voice.SpeakAsyncCancelAll() }
        'rate' { $voice.Rate = [int]$rest }
        'volume' { $voice.Volume = [int]$rest }
        'language' { try { $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, $rest) } catch { } }
    }
}
while ($voice.State -eq 'Speaking') { Start-Sleep -Milliseconds 50 }
"""
"""Reads an order a line. No text ever becomes part of a command."""

RATE_PER_PERCENT = 0.1
"""System.Speech counts its rate from -10 to 10."""


class WindowsEngine:
    """One running PowerShell, which keeps the queue of texts. Ends by itself when its standard input does."""

    name = "System.Speech"
    speaking = False

    def __init__(self, command: list[str]) -> None:
        self._child = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._manner: Manner | None = None

    def speak(self, text: str, manner: Manner) -> None:
        """Queue ``text``."""
        if manner != self._manner:
            rate, volume = round(manner.rate * RATE_PER_PERCENT), round(manner.volume * 100)
            self._order(f"language {manner.language}", f"rate {rate}", f"volume {volume}")
            self._manner = manner
        self._order(f"say {' '.join(text.split())}")

    def stop(self) -> None:
        """Cancel what is queued."""
        self._order("stop")

    def close(self) -> None:
        """Let PowerShell say what it has queued, and end."""
        assert self._child.stdin is not None
        self._child.stdin.close()

    def _order(self, *orders: str) -> None:
        assert self._child.stdin is not None
        self._child.stdin.write("".join(f"{order}\n" for order in orders).encode())
        self._child.stdin.flush()


def open_windows(environment: Mapping[str, str]) -> WindowsEngine:
    """Start the voice. Raises OSError if there is no PowerShell."""
    path = shutil.which("powershell", path=environment.get("PATH"))
    if path is None:
        raise FileNotFoundError("PowerShell is not installed")
    return WindowsEngine([path, "-NoProfile", "-NonInteractive", "-Command", SCRIPT])
