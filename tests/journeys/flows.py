"""The steps most journeys share: founding by keyboard, hiring, a round. Told in the words of each language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QListWidget
from tests.hands import type_over
from tests.journeys.sitting import CONTROL, CONTROL_SHIFT, Key, Sitting, gone

from qualitydesk.app.bootstrap import Services, default_url, open_services
from qualitydesk.app.first_run import FirstRun
from qualitydesk.app.opening import begin_empty
from qualitydesk.basics.changes import By
from qualitydesk.basics.phrases import say
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.directory.model import (
    DepartmentDraft,
    EmployeeDraft,
    Foundation,
    InstitutionDraft,
    Region,
    Sex,
)
from qualitydesk.directory.ui.directory_page import DirectoryPage
from qualitydesk.directory.ui.employee_dialog import EmployeeDialog
from qualitydesk.directory.ui.small_dialogs import DepartmentDialog, PostDialog
from qualitydesk.inspections.ui.round_dialog import RoundDialog
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Picker
from qualitydesk.penalties.model.acknowledgement import SignDraft, SignWay

translate = QCoreApplication.translate
LONG_NAME = "阿卜杜勒·艾合买提·买买提江·吐尔逊·伊布拉音·库尔班·热合曼·阿布都热依木·肉"
assert len(LONG_NAME) == 40


@dataclass(frozen=True)
class Person:
    """Somebody to hire, by names."""

    number: str
    name: str
    sex: str  # the phrase's code
    home: str
    department: str
    post: str
    superior: str = ""


@dataclass(frozen=True)
class Cast:
    """Names typed in one language: the group, two institutions (code, name, region), me, a guides' department."""

    group: str
    institutions: tuple[tuple[str, str, str], tuple[str, str, str]]
    me: tuple[str, str, str]  # number, name, sex
    department: str
    guide: str
    manager: str
    office: str
    boss: str
    own_post: str  # one the usual posts lack

    @property
    def home(self) -> str:
        return self.institutions[0][1]

    def staff(self) -> tuple[Person, ...]:
        """The manager in the other institution, then three guides, each under the one before."""
        names = ("张𬱖", "Anna O'Neill", LONG_NAME)
        above = (self.me[1], *names)
        guides = [
            Person(f"A00{at + 2}", name, sex, self.home, self.department, self.guide, above[at])
            for at, (name, sex) in enumerate(zip(names, ("female", "female", "male"), strict=True))
        ]
        return (Person("A009", self.boss, "male", self.institutions[1][1], self.office, self.manager), *guides)


CHINESE = Cast(
    "安和医疗集团",
    (("BJC", "朝阳门诊", "beijing"), ("TJH", "和平医院", "other")),
    ("A001", "顾晓岚", "female"),
    "导医台",
    "导医",
    "总经理",
    "总经理办公室",
    "周正",
    "护工",
)
ENGLISH = Cast(
    "Anhe Medical",
    (("BJC", "Chaoyang Clinic", "beijing"), ("TJH", "Heping Hospital", "other")),
    ("A001", "Mary Gu", "female"),
    "Guides' desk",
    "Guide",
    "General manager",
    "Head office",
    "Peter Zhou",
    "Porter",
)


def found_group(sitting: Sitting, cast: Cast, language: str) -> None:
    """The first run, by keyboard alone."""
    first = sitting.dialog(FirstRun)
    sitting.press(Key.Key_Up if language == "zh" else Key.Key_Down)
    sitting.until(lambda: sitting.program.language == language)
    sitting.press(Key.Key_Return)
    sitting.press(Key.Key_Return)
    (code, name, region), (code2, name2, region2) = cast.institutions
    sitting.type(cast.group, code.lower(), name, say(language, f"region.{region}"))
    sitting.press(Key.Key_Tab)  # past the button that removes the row
    sitting.press(Key.Key_Return)  # adds one
    sitting.type(code2, name2, say(language, f"region.{region2}"))
    for _ in range(3):  # remove, add, back
        sitting.press(Key.Key_Tab)
    sitting.press(Key.Key_Return)
    number, me, sex = cast.me
    sitting.type(number, me, say(language, f"sex.{sex}"))
    assert first.isVisible()
    sitting.press(Key.Key_Return)
    sitting.at_work()


def found_quickly(home: Path, cast: Cast, language: str = "zh", url: str = "") -> None:
    """The same group and staff through the services, for journeys that begin later; the settings as after that."""
    services = open_services(url or default_url(home), home)
    try:
        me = found_in(services, cast, language)
    finally:
        services.close()
    SettingsFile().change(language=language, me=str(me))


def sign_rules(services: Services, by: By) -> None:
    """Everybody has signed the rules in force, so that nothing of it waits on the first page."""
    signing, today = services.acknowledgements, services.directory.today()
    for state in signing.editions():
        missing = tuple(one.id for one in signing.sheet(state.id).signers if one.missing)
        if missing:
            signing.sign(SignDraft(state.id, missing, today, SignWay.PAPER), by)


def found_in(services: Services, cast: Cast, language: str) -> UUID:
    """The group and its staff in an empty database; gives my id."""
    institutions = tuple(InstitutionDraft(code, name, Region(region)) for code, name, region in cast.institutions)
    number, name, sex = cast.me
    foundation = Foundation(cast.group, institutions, number, name, Sex(sex), 0, "A", "B")
    me: UUID = begin_empty(services, foundation, language).value
    directory, by, today = services.directory, By.alone(me), services.directory.today()
    homes = {one.name: one.id for one in directory.institutions()}
    posts = {one.name: one.id for one in directory.posts()}
    places = ((cast.home, cast.department, me), (cast.institutions[1][1], cast.office, None))
    departments = {
        name: directory.save_department(DepartmentDraft(homes[home], name, True, head, today), by).value
        for home, name, head in places
    }
    known = {cast.me[1]: me}
    for one in cast.staff():
        draft = EmployeeDraft(
            one.number, one.name, Sex(one.sex), today, None,
            departments[one.department], posts[one.post], known.get(one.superior),
        )  # fmt: skip
        known[one.name] = directory.save_employee(draft, by).value
    sign_rules(services, by)
    return me


def save(sitting: Sitting, dialog: DraftDialog) -> None:
    """Enter in a form saves it, also on Save, to which the last Tab led."""
    sitting.press(Key.Key_Return)
    sitting.until(lambda: gone(dialog) or bool(dialog.problems_shown()))
    assert gone(dialog), dialog.problems_shown()
    sitting.front()


def fill_field(sitting: Sitting, dialog: DraftDialog, name: str, text: str) -> None:
    """Type into the field filed under a name."""
    editor = dialog.field_row(name).editor
    assert isinstance(editor, QLineEdit | Picker)
    type_over(editor, text)
    sitting.rest()


def to_list(sitting: Sitting, name: str) -> None:
    """Ctrl+PgUp from one list of the directory to the one before, until this one is shown."""
    page = sitting.window.current_page()
    assert isinstance(page, DirectoryPage)
    for _ in range(page.tabs.count()):
        if page.tabs.currentWidget() is getattr(page, name):
            return
        sitting.control(Key.Key_PageUp)
    assert page.tabs.currentWidget() is getattr(page, name)


def staff_up(sitting: Sitting, cast: Cast, language: str) -> None:
    """Posts, departments with their heads, employees with their superiors: all on the page of the directory."""
    sitting.page("directory")
    to_list(sitting, "posts")
    sitting.control(Key.Key_N)
    post = sitting.dialog(PostDialog)
    fill_field(sitting, post, "name", cast.own_post)
    fill_field(sitting, post, "code", "porter")
    save(sitting, post)
    to_list(sitting, "departments")
    for home, name, head in ((cast.home, cast.department, cast.me[1]), (cast.institutions[1][1], cast.office, "")):
        sitting.control(Key.Key_N)
        department = sitting.dialog(DepartmentDialog)
        fill_field(sitting, department, "institution_id", home)
        fill_field(sitting, department, "name", name)
        if head:
            fill_field(sitting, department, "head_id", head)
        save(sitting, department)
    to_list(sitting, "people")
    for person in cast.staff():
        hire(sitting, person, language)


def hire(sitting: Sitting, person: Person, language: str) -> None:
    """One employee, on the list of people."""
    sitting.control(Key.Key_N)
    dialog = sitting.dialog(EmployeeDialog)
    fill_field(sitting, dialog, "number", person.number)
    fill_field(sitting, dialog, "name", person.name)
    fill_field(sitting, dialog, "sex", say(language, f"sex.{person.sex}"))
    fill_field(sitting, dialog, "institution_id", person.home)
    fill_field(sitting, dialog, "department_id", person.department)
    fill_field(sitting, dialog, "post_id", person.post)
    if person.superior:
        fill_field(sitting, dialog, "superior_id", person.superior)
    save(sitting, dialog)


def begin_round(sitting: Sitting, only: str = "", besides: str = "", packs: Sequence[str] = ()) -> None:
    """A patrol of all the clinic's people the proposed packs are meant for, or these packs, or of the one person whose
    line holds `only`; `besides` inspects too."""
    sitting.page("rounds")
    sitting.control(Key.Key_N)
    dialog = sitting.dialog(RoundDialog)
    sitting.until(lambda: dialog.people.people_list.count() > 0)
    sitting.rest()
    if packs:
        dialog.packs.choose(packs)
        dialog.packs.picked.emit(dialog.packs.chosen())
        sitting.rest()
    if besides:
        both = [
            *dialog.inspectors.chosen(),
            *(one.id for one in sitting.services.directory.people() if one.name == besides),
        ]
        dialog.inspectors.choose(both)
    if only:
        people: QListWidget = dialog.people.people_list
        people.setFocus()
        rows = [at for at in range(people.count()) if only in people.item(at).text()]
        sitting.press(Key.Key_Home)
        for _ in range(rows[0]):
            sitting.press(Key.Key_Down)
        sitting.press(Key.Key_Space)
        assert len(dialog.people.chosen()) == 1
    else:
        sitting.press(Key.Key_A, CONTROL_SHIFT)
        assert dialog.people.chosen()
    sitting.click(dialog.save_button.text(), dialog)
    sitting.front()
    walk = sitting.walking()
    sitting.until(lambda: walk.walker is not None)
    sitting.rest()


def pass_the_rest(sitting: Sitting) -> None:
    """A, and yes."""
    person = sitting.item_in_view()[0]
    sitting.press("a")
    question = sitting.dialogs()[-1]
    assert person in sitting.words()
    sitting.press(Key.Key_Return)
    sitting.until(lambda: gone(question))
    sitting.front()
    sitting.settle()


def finish_round(sitting: Sitting) -> None:
    """Ctrl+Enter, and yes, even where figures are left open."""
    sitting.press(Key.Key_Return, CONTROL)
    sitting.until(lambda: bool(sitting.dialogs()))
    sitting.click(translate("WalkQuestions", "Finish round"), sitting.dialogs()[-1])
    sitting.front()
    sitting.rest()
