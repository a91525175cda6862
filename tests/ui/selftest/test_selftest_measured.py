"""Measured self-tests in the window: by keys alone, refused, confirmed, corrected."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QRadioButton, QScrollArea
from pytestqt.qtbot import QtBot

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.figure.album import Album
from stretchtimer.core.preferences import Measuring
from stretchtimer.core.records import Outcome, SelfTestRecord
from stretchtimer.core.selftest.measurement import BackFlat, Measurement, Method, PainSign, Protocol, State
from stretchtimer.core.selftest.selftest import SelfTestDraft
from stretchtimer.core.selftest.selftest_steps import StepKind
from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.storage.poses import Poses
from stretchtimer.ui.photo.photo_dialog import PhotoDialog
from stretchtimer.ui.selftest.approach_dialog import ApproachDialog
from stretchtimer.ui.selftest.hip_form import HipForm
from stretchtimer.ui.selftest.result_editor import ResultEditor
from stretchtimer.ui.selftest.result_table import ResultTable
from stretchtimer.ui.selftest.selftest_page import SelfTestPage, SelfTestView
from stretchtimer.ui.theme import Theme
from tests.storage.histories import MEASURED
from tests.taken import LIFTED, NOW, PASSED, id_of, taken

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


class Window:
    """The page, and what it told."""

    def __init__(self, page: SelfTestPage) -> None:
        self.page = page
        self.drafts: list[SelfTestDraft] = []
        self.edited: list[SelfTestRecord] = []
        self.measuring: list[Measuring] = []
        page.saved.connect(self.drafts.append)
        page.edited.connect(self.edited.append)
        page.measuring_changed.connect(self.measuring.append)

    def view(self, *tests: SelfTestRecord, **measuring: object) -> None:
        view = SelfTestView(now=NOW, tests=tests, hours_since_stretch=26.5, measuring=Measuring(**measuring))
        self.page.set_view(view)

    def review(self, **measuring: object) -> None:
        """Begin a test and go to its last step, without an answer."""
        self.view(**measuring)
        self.page.begin()
        while self.page._guide._test.step.kind is not StepKind.REVIEW:
            self.press(Qt.Key.Key_Space)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.page.focusWidget() or self.page, key)

    def save(self) -> None:
        """Press Ctrl+Enter, which saves wherever the focus is."""
        QTest.keyClick(self.page.focusWidget() or self.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def tab_to(self, name: str) -> None:
        """Press Tab until what is called ``name`` has the focus."""
        for _turn in range(60):
            focused = self.page.focusWidget()
            if focused is not None and focused.accessibleName() == name:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name}")

    def write(self, name: str, text: str) -> None:
        """Go by Tab to the field called ``name`` and write ``text``."""
        self.tab_to(name)
        QTest.keyClicks(self.page.focusWidget(), text)

    def form(self, side: Side) -> HipForm:
        return self.page._guide._review.form._hips[side]

    @property
    def words(self) -> str:
        return "\n".join(label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    @property
    def fields(self) -> list[str]:
        """The names of the fields to write in that can be seen."""
        return [box.accessibleName() for box in self.page.findChildren(QLineEdit) if box.isVisible()]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    yield theme
    theme.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> Window:
    page = SelfTestPage(theme, Album(Poses()))
    qtbot.addWidget(page)
    page.resize(720, 560)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return Window(page)


def test_a_test_by_eye_asks_for_nothing_more(window: Window) -> None:
    window.review(rater="Ada")
    assert window.fields == ["Note"]
    assert "positive" not in window.words
    window.tab_to("Left hip: Passed: the leg stayed flat")
    window.press(Qt.Key.Key_Space)
    window.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    window.tab_to("Note")
    window.press(Qt.Key.Key_Return)
    assert window.drafts == [SelfTestDraft(results=taken(0, PASSED, None).results)]
    assert window.measuring == [Measuring(rater="Ada")]


def test_a_test_by_phone_is_entered_by_keys_alone(window: Window) -> None:
    window.review(method=Method.PHONE)
    assert "0° is flat on the floor; the thigh above the horizontal is positive." in window.words
    assert "Last stretched 26.5 hours before." in window.words
    window.tab_to("Left hip: Lifted: the leg came up")
    window.press(Qt.Key.Key_Space)
    for number, text in enumerate(("12", "13,5", "9"), start=1):
        window.write(f"Left hip: Angle of the thigh, degrees, reading {number}", text)
    assert "Thigh +12°, median of 3 within 4.5°" in window.words
    window.tab_to("Left hip: Did your low back lie flat? yes")
    window.press(Qt.Key.Key_Space)
    window.tab_to("Left hip: Pain, 0 to 10")
    window.press(*[Qt.Key.Key_Up] * 3)
    window.tab_to("Left hip: Did you notice any of these? tingling")
    window.press(Qt.Key.Key_Space)
    window.tab_to("How did you come to the test? rested")
    window.press(Qt.Key.Key_Space)
    window.write("Who measured?", "Ada")
    window.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    (draft,) = window.drafts
    (result,) = draft.results
    assert (draft.rater, draft.state, draft.protocol) == ("Ada", State.RESTED, Protocol.FLOOR)
    assert result.measurement == Measurement(method=Method.PHONE, trials=(12.0, 13.5, 9.0))
    assert (result.outcome, result.back, result.pain) == (LIFTED, BackFlat.YES, 2)
    assert result.pain_signs == (PainSign.TINGLING,)
    assert window.measuring == [Measuring(method=Method.PHONE, rater="Ada")]


@pytest.mark.parametrize("method", [Method.PHONE, Method.TAPE])
def test_numbers_are_written_one_after_the_other_and_enter_saves_none_too_early(window: Window, method: Method) -> None:
    window.review(method=method, thigh_cm=41.7)
    window.form(Side.LEFT)._outcome._buttons[LIFTED].click()
    for number in ("2", "12", "13", "12.5")[0 if method is Method.TAPE else 1 :]:
        QTest.keyClicks(window.page.focusWidget(), number)
        window.press(Qt.Key.Key_Return)
    assert window.drafts == []
    window.save()
    measurement = window.drafts[0].results[0].measurement
    assert measurement is not None and measurement.trials == (12, 13, 12.5)


def test_the_thigh_comes_first_only_the_first_time(window: Window) -> None:
    window.review(method=Method.TAPE)
    assert window.page.focusWidget().accessibleName() == "Length of your thigh, cm"
    window.form(Side.LEFT)._outcome._buttons[LIFTED].click()
    window.write("Left hip: Resting gap, cm", "2")
    window.write("Left hip: Gap under the knee, cm, reading 1", "9")
    assert "With a tape, the length of the thigh is needed too." in window.words
    window.save()
    assert window.page.focusWidget().accessibleName() == "Length of your thigh, cm"


def test_a_missing_resting_gap_is_pointed_to(window: Window) -> None:
    window.review(method=Method.TAPE, thigh_cm=41.7)
    window.form(Side.RIGHT)._outcome._buttons[LIFTED].click()
    window.form(Side.RIGHT).add_reading(9)
    window.save()
    assert window.drafts == []
    assert window.page.focusWidget().accessibleName() == "Right hip: Resting gap, cm"


def test_ctrl_and_enter_saves_whatever_has_the_focus(window: Window) -> None:
    window.review()
    window.form(Side.LEFT)._outcome._buttons[LIFTED].click()
    window.page._guide._review.point_to_discard()
    window.save()
    assert len(window.drafts) == 1


def test_a_test_that_hurt_does_not_ask_for_numbers_first(window: Window) -> None:
    window.view(method=Method.PHONE)
    window.page.begin()
    window.press(*[Qt.Key.Key_Space] * 4, Qt.Key.Key_3)
    assert "It hurt, so the test ends here" in window.words
    assert window.page.focusWidget() is window.page._guide


@pytest.mark.parametrize("method", Method)
def test_saving_is_in_sight_however_long_the_form_is(window: Window, method: Method) -> None:
    window.review(method=method, protocol=Protocol.EDGE)
    review = window.page._guide._review
    for each in (review._save, review._discard, review._back):
        assert review.rect().contains(QRect(each.mapTo(review, QPoint(0, 0)), each.size()))


def test_only_by_eye_is_told_how_much_chance_decides(window: Window) -> None:
    window.view()
    assert "chance alone" in window.words
    window.view(method=Method.PHOTO)
    assert "chance alone" not in window.words


def test_the_list_shows_the_row_that_keys_go_to(window: Window) -> None:
    window.view(taken(1, PASSED, LIFTED, number=1), taken(2, LIFTED, LIFTED, number=2))
    table = window.page.findChild(ResultTable)
    window.tab_to("Earlier tests")
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]
    window.press(Qt.Key.Key_Down)
    assert table.current_id == id_of(2)


def test_a_chosen_test_is_corrected_by_keys(window: Window) -> None:
    window.view(taken(1, PASSED, LIFTED))
    window.tab_to("Earlier tests")
    while not (isinstance(button := window.page.focusWidget(), QPushButton) and button.text() == "Correct…"):
        window.press(Qt.Key.Key_Tab)
    window.press(Qt.Key.Key_Return)
    assert window.page.findChild(ResultEditor) is not None


def test_a_reading_box_is_offered_as_the_one_before_is_filled(window: Window) -> None:
    window.review(method=Method.PHONE)
    boxes = [f"Left hip: Angle of the thigh, degrees, reading {number}" for number in range(1, 6)]
    offered = []
    for _turn in range(6):
        offered.append([name for name in window.fields if name in boxes])
        window.form(Side.LEFT).add_reading(3.0)
    assert offered == [boxes[: number + 1] for number in (0, 1, 2, 3, 4, 4)]


def test_what_cannot_be_is_refused_where_it_stands_and_not_saved(window: Window) -> None:
    window.review(method=Method.PHONE)
    window.form(Side.RIGHT)._outcome._buttons[LIFTED].click()
    window.form(Side.RIGHT).add_reading(46)
    window.save()
    assert "On the floor the angle has to be 0° to 45°, not 46°." in window.words
    assert window.drafts == []
    assert window.page.focusWidget().accessibleName() == "Right hip: Angle of the thigh, degrees, reading 1"
    window.page.focusWidget().clear()
    window.write("Right hip: Angle of the thigh, degrees, reading 1", "6")
    window.save()
    assert [result.angle_deg for result in window.drafts[0].results] == [6]


def test_a_contradiction_has_to_be_confirmed(window: Window) -> None:
    window.review(method=Method.PHONE)
    form = window.form(Side.LEFT)
    form._outcome._buttons[PASSED].click()
    form.add_reading(6)
    assert "The leg stayed flat, but the thigh is 6° above the horizontal. Are both right?" in window.words
    window.page._guide.setFocus()
    window.press(Qt.Key.Key_Return)
    assert window.drafts == []
    assert window.page.focusWidget() is form._sure
    window.press(Qt.Key.Key_Return)
    assert form._sure.isChecked()
    form.add_reading(7)
    assert not form._sure.isChecked()
    window.press(Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert [result.angle_deg for result in window.drafts[0].results] == [6.5]


def test_a_reading_without_an_outcome_is_not_lost_by_escape(window: Window) -> None:
    window.review(method=Method.PHONE)
    window.form(Side.LEFT).add_reading(6)
    assert "Choose what the leg did, too." in window.words
    window.page._guide.setFocus()
    window.press(Qt.Key.Key_Escape)
    assert window.page.guiding


def test_the_thigh_is_kept_for_the_next_test_by_tape(window: Window) -> None:
    window.review(method=Method.TAPE, rater="Ada")
    window.write("Length of your thigh, cm", "41.7")
    window.tab_to("Left hip: Lifted: the leg came up")
    window.press(Qt.Key.Key_Space)
    window.write("Left hip: Resting gap, cm", "2")
    window.write("Left hip: Gap under the knee, cm, reading 1", "9.2")
    assert "Thigh +9.9°" in window.words
    window.save()
    assert window.measuring == [Measuring(method=Method.TAPE, rater="Ada", thigh_cm=41.7)]
    assert window.drafts[0].rater == "Ada"


def test_the_steps_are_those_of_the_approach(window: Window) -> None:
    window.view(method=Method.GONIOMETER, protocol=Protocol.EDGE)
    window.page.begin()
    assert "Get the goniometer ready" in window.words
    window.press(*[Qt.Key.Key_Space] * 4)
    assert "Right hip: does the right thigh come down?" in window.words
    window.press(Qt.Key.Key_1)
    assert window.page._guide._test.right is Outcome.PASSED


def test_the_approach_is_chosen_once(window: Window) -> None:
    window.view(thigh_cm=41.5)
    assert "How: On the floor, by eye." in window.words
    (button,) = (each for each in window.page.findChildren(QPushButton) if each.text() == "Change how…")
    button.click()
    dialog = window.page.findChild(ApproachDialog)
    for words in ("Tape measure", "At the edge of a bed"):
        next(each for each in dialog.findChildren(QRadioButton) if each.text() == words).click()
    dialog.accept()
    assert window.measuring == [Measuring(method=Method.TAPE, protocol=Protocol.EDGE, thigh_cm=41.5)]
    window.page.set_view(SelfTestView(now=NOW, measuring=window.measuring[0]))
    assert "How: At the edge of a bed, by tape." in window.words
    assert "you hold one knee and let the other leg hang" in window.words


def test_an_angle_comes_from_a_photograph(window: Window) -> None:
    window.review(method=Method.PHOTO)
    form = window.form(Side.LEFT)
    form._photograph.click()
    dialog = window.page.findChild(PhotoDialog)
    dialog._measure.measured.emit(12.3)
    assert not dialog.isVisible()
    assert form.entry.readings == ("12.3",)


@pytest.mark.parametrize(
    "test",
    [
        MEASURED,
        replace(MEASURED, after_stretching=True),
        replace(MEASURED, results=(replace(MEASURED.results[0], measurement=None, outcome=PASSED),)),
        taken(3, LIFTED, None, after_stretching=True),
    ],
)
def test_a_correction_that_corrects_nothing_changes_nothing(theme: Theme, qtbot: QtBot, test: SelfTestRecord) -> None:
    editor = ResultEditor(theme, NOW, test)
    qtbot.addWidget(editor)
    assert editor.corrected(test) == test


def test_a_measurement_can_be_corrected(window: Window, qtbot: QtBot) -> None:
    window.view(MEASURED)
    window.page.edit(MEASURED.id)
    editor = window.page.findChild(ResultEditor)
    left = editor._form._hips[Side.LEFT]
    left._readings.set_texts(["-41"])
    left._readings.changed.emit()
    editor.accept()
    assert window.edited == []
    left._readings.set_texts(["-12"])
    left._readings.changed.emit()
    editor._form._state.choose([State.AFTER_STRETCHING])
    editor.accept()
    (changed,) = window.edited
    assert changed.results[0].angle_deg == -12
    assert changed.results[1] == MEASURED.results[1]
    assert (changed.state, changed.after_stretching) == (State.AFTER_STRETCHING, True)


def test_the_list_shows_angles_and_why_a_result_is_not_compared(window: Window) -> None:
    again = replace(taken(1, PASSED, None, number=2), note="again")
    window.view(again, taken(2, PASSED, None, number=1), MEASURED)
    table = window.page.findChild(ResultTable)
    cells = [[table.model().index(row, column).data() for column in range(4)] for row in range(3)]
    assert cells[0][1:] == ["passed, −11.5°", "lifted, +6.9°", "=measured"]
    assert [row[3] for row in cells[1:]] == ["not used for the trend, again", ""]
    table.choose(again.id)
    assert "Left hip. Not used for the trend: it was less than 48 hours after the one before." in window.words
    table.choose(MEASURED.id)
    assert "Right hip: Tape measure +6.9°, median of 3 within 2.1°, back flat: unsure, pain 3 of 10" in window.words
    assert "Taken: At the edge of a bed. Before it: rested. Measured by: Ada." in window.words


@pytest.mark.usefixtures("long_words", "large_letters")
@pytest.mark.parametrize("method", Method)
def test_no_form_is_wider_than_a_small_window(theme: Theme, qtbot: QtBot, method: Method) -> None:
    page = SelfTestPage(theme, Album(Poses()))
    qtbot.addWidget(page)
    page.resize(690, 560)
    window = Window(page)
    window.view(taken(1, PASSED, LIFTED), method=method, protocol=Protocol.EDGE)
    with qtbot.waitExposed(page):
        page.show()
    scrolls = page.findChildren(QScrollArea)
    page.begin()
    while page._guide._test.step.kind is not StepKind.REVIEW:
        page._guide._go(page._guide._test.forward())
    review = page._guide._review
    assert all(scroll.widget().minimumSizeHint().width() <= 680 for scroll in scrolls)
    for button in (review._save, review._discard, review._back):
        assert button.width() >= button.sizeHint().width()
