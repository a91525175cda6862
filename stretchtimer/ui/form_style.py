"""The style sheet's part about forms: fields, boxes to tick, sliders and menus.

A style sheet that touches one part of such a widget loses the system's drawing of its other parts, so each is given
here in full. Their marks are the pictures in the folder ``marks``.
"""

from __future__ import annotations

from stretchtimer.ui.palette import DARK, Palette

_FIELDS = ("QLineEdit", "QPlainTextEdit", "QAbstractSpinBox", "QComboBox")


def form_rules(colours: Palette) -> str:
    """Return the rules for forms in ``colours``."""
    return _fields(colours) + _arrows(colours) + _boxes(colours) + _sliders(colours) + _menus(colours)


def _fields(colours: Palette) -> str:
    focused = ", ".join(f"{field}:focus" for field in _FIELDS)
    disabled = ", ".join(f"{field}:disabled" for field in _FIELDS)
    return f"""
    {", ".join(_FIELDS)} {{
        background: {colours.surface}; color: {colours.text}; border: 1px solid {colours.line}; border-radius: 8px;
        padding: 1ex 1.2ex; selection-background-color: {colours.accent}; selection-color: {colours.on_accent};
    }}
    {focused} {{ border: 2px solid {colours.accent}; padding: 0.8ex 1.0ex; }}
    {disabled} {{ color: {colours.muted}; background: {colours.ground}; }}
    QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ background: transparent; border: none; padding: 0; }}
    QAbstractSpinBox {{ qproperty-alignment: AlignCenter; }}
    """


def _arrows(colours: Palette) -> str:
    return f"""
    QAbstractSpinBox, QAbstractSpinBox:focus, QComboBox, QComboBox:focus {{ padding-right: 4ex; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
        subcontrol-origin: padding; width: 3.6ex; border: none; background: transparent;
    }}
    QAbstractSpinBox::up-button {{ subcontrol-position: top right; border-top-right-radius: 7px; }}
    QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; border-bottom-right-radius: 7px; }}
    QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{ background: {colours.accent_soft}; }}
    QAbstractSpinBox::up-arrow {{ image: url(marks:up.svg); width: 1.6ex; height: 1.6ex; }}
    QAbstractSpinBox::down-arrow {{ image: url(marks:down.svg); width: 1.6ex; height: 1.6ex; }}
    QComboBox::drop-down, QDateTimeEdit::drop-down {{
        subcontrol-origin: padding; subcontrol-position: center right; width: 3.6ex; border: none;
    }}
    QComboBox::down-arrow, QDateTimeEdit::down-arrow {{ image: url(marks:down.svg); width: 1.8ex; height: 1.8ex; }}
    QComboBox QAbstractItemView {{
        background: {colours.surface}; color: {colours.text}; border: 1px solid {colours.line};
        selection-background-color: {colours.accent_soft}; selection-color: {colours.text};
    }}
    """


def _boxes(colours: Palette) -> str:
    tick = "tick-dark.svg" if colours is DARK else "tick-light.svg"
    return f"""
    QCheckBox, QRadioButton {{
        background: transparent; border: 2px solid transparent; border-radius: 6px;
        padding: 0.4ex 0.6ex 0.4ex 0; spacing: 1ex; outline: none;
    }}
    QCheckBox:focus, QRadioButton:focus {{ border-color: {colours.accent}; }}
    QCheckBox:disabled, QRadioButton:disabled {{ color: {colours.muted}; }}
    QCheckBox::indicator, QRadioButton::indicator {{
        width: 2.2ex; height: 2.2ex; background: {colours.surface}; border: 1px solid {colours.muted};
    }}
    QCheckBox::indicator {{ border-radius: 4px; }}
    QRadioButton::indicator {{ border-radius: 1.1ex; }}
    QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {colours.accent}; }}
    QCheckBox::indicator:checked {{
        background: {colours.accent}; border-color: {colours.accent}; image: url(marks:{tick});
    }}
    QRadioButton::indicator:checked {{
        border-color: {colours.accent};
        background: qradialgradient(
            cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
            stop: 0.4 {colours.on_accent}, stop: 0.5 {colours.accent}
        );
    }}
    QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{
        background: {colours.track}; border-color: {colours.line};
    }}
    QCheckBox::indicator:checked:disabled {{ background: {colours.muted}; border-color: {colours.muted}; }}
    """


def _sliders(colours: Palette) -> str:
    return f"""
    QSlider {{ min-height: 3.4ex; background: transparent; }}
    QSlider::groove:horizontal {{ height: 0.8ex; border-radius: 0.4ex; background: {colours.track}; }}
    QSlider::sub-page:horizontal {{ border-radius: 0.4ex; background: {colours.accent}; }}
    QSlider::handle:horizontal {{
        width: 2ex; margin: -0.8ex 0; border: 2px solid {colours.accent}; border-radius: 1ex;
        background: {colours.surface};
    }}
    QSlider::handle:horizontal:hover {{ background: {colours.accent_soft}; }}
    QSlider::handle:horizontal:focus {{ background: {colours.accent}; border-color: {colours.text}; }}
    """


def _menus(colours: Palette) -> str:
    return f"""
    QMenu {{
        background: {colours.surface}; color: {colours.text}; border: 1px solid {colours.line}; padding: 0.6ex;
    }}
    QMenu::item {{ padding: 0.9ex 2.4ex; border-radius: 6px; }}
    QMenu::item:selected {{ background: {colours.accent_soft}; color: {colours.text}; }}
    QMenu::item:disabled {{ color: {colours.muted}; }}
    QMenu::separator {{ height: 1px; background: {colours.line}; margin: 0.6ex; }}
    """
