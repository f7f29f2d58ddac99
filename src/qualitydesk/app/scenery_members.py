"""Pictures of customers for the gallery: the list, one marked, the dialogs, a likely duplicate beside the fields; what
they bought, a list of a till on its way in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualitydesk.app.pages.members import show_member
from qualitydesk.members.model import CustomerFilter
from qualitydesk.members.model.tiers import TierFilter
from qualitydesk.members.ui.customer_benefits import CustomerBenefits, GrantDialog
from qualitydesk.members.ui.customer_dialog import CustomerDialog
from qualitydesk.members.ui.customer_points import CustomerPoints
from qualitydesk.members.ui.customers_page import CustomersPage
from qualitydesk.members.ui.gifts_page import GiftsPage
from qualitydesk.members.ui.member_page import MemberPage
from qualitydesk.members.ui.merge_dialog import MergeDialog
from qualitydesk.members.ui.purchase_import import PurchaseListDialog
from qualitydesk.members.ui.purchase_mapping import PurchaseMappingDialog
from qualitydesk.members.ui.purchases_page import PurchasesPage
from qualitydesk.members.ui.requests_page import PersonRequestsPage

if TYPE_CHECKING:
    from qualitydesk.app.scenery import Stage


def member_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """The page as it opens, with a marked customer, each dialog, the picker's list."""
    page = stage.page("members", CustomersPage)
    yield "customers", stage.window
    members = stage.desk.services.members
    yield "customers-new", stage.dialog(page.begin)
    flagged = members.lines(CustomerFilter(flagged=True), limit=1)
    if not flagged:
        return
    page.show_customer(flagged[0].id)
    stage.until(lambda: page.view.number.text() == flagged[0].number)
    yield "customers-flagged", stage.window
    for made, name in ((page.full, "full"), (page.flag, "unflag")):
        yield f"customers-{name}", stage.dialog(made.click)
    known = members.customer(flagged[0].id)
    dialog = stage.dialog(page.begin)
    assert isinstance(dialog, CustomerDialog)
    dialog.name.setText(known.name)
    dialog.telephones.setText(known.telephones[0])
    stage.until(dialog.alike.isVisible)
    yield "customers-duplicate", dialog
    yield "customers-merge", stage.dialog(page.merge.click)
    dialog = stage.dialog(page.merge.click)
    assert isinstance(dialog, MergeDialog)
    dialog.other.setText(members.customer(flagged[0].id).name[:1])
    dialog.other.search_now()
    stage.until(lambda: bool(dialog.other.offered()))
    yield "customers-picker", dialog.other.popup()
    merging = stage.dialog(page.merge.click)
    assert isinstance(merging, MergeDialog)
    for line in (one for one in members.lines(limit=20) if one.id != known.id):
        merging.other.choose(line)
        merging.other.picked.emit(line)
        break
    stage.until(lambda: bool(merging.sides.all_rows()))
    yield "customers-compare", merging
    yield from _member(stage)
    yield from _requests(stage)


def _member(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Of those who spend much the one about whom most is known, masked, in full, each tab, each dialog; what is seldom
    done; the card."""
    services = stage.desk.services
    spending = [one.id for tier in ("vip", "gold") for one in services.tiers.lines(TierFilter(tier=tier), limit=60)]
    lines = spending or [one.id for one in services.members.lines(limit=200, descending=False)]
    files = [services.profiles.file(one) for one in lines]
    if not files:
        return
    file = max(files, key=lambda one: (bool(one.relatives) + bool(one.assessments), len(one.profile.words)))
    show_member(stage.desk, file.customer.id)
    stage.until(lambda: True)
    page = stage.desk.page("member")
    assert isinstance(page, MemberPage)
    for turn in range(page.tabs.count()):
        page.tabs.setCurrentIndex(turn)
        stage.until(lambda: True)
        yield f"member-{turn + 1}", stage.window
    page.tabs.setCurrentIndex(0)
    yield "member-unmask", stage.dialog(page.full.click)
    yield "member-more", stage.dialog(page.more.click)
    yield "member-card", stage.dialog(page.card.click)
    yield "member-keys", stage.dialog(page.key_table.show_help)
    page.show_file(file)  # as if asked for with a reason
    stage.until(lambda: True)
    yield "member-full", stage.window
    doing = page.doing
    for name, opening in (
        ("profile", doing.edit_profile),
        ("preferences", doing.edit_preferences),
        ("relative", doing.edit_relative),
        ("assess", doing.assess),
        ("consent", doing.record_consent),
        ("restrict", doing.ask_restriction),
    ):
        yield f"member-{name}", stage.dialog(partial(opening, file))
    yield "member-record", stage.dialog(page.record.click)


def _requests(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """The register of requests about personal data."""
    page = stage.page("person_requests", PersonRequestsPage)
    page.open_only.setChecked(False)
    stage.until(lambda: True)
    yield "person-requests", stage.window
    yield "person-requests-new", stage.dialog(page.begin)
    page.table.selectRow(0)
    if page.answer.isEnabled():
        yield "person-requests-answer", stage.dialog(page.answer.click)


def purchase_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """The list, its dialogs, the columns of a till's list and what its rows would do."""
    page = stage.page("purchases", PurchasesPage)
    yield "purchases", stage.window
    yield "purchases-new", stage.dialog(page.doing.enter)
    line = next((one for one in page.lines.all_rows() if one.amount > 0), None)
    if line is None:
        return
    yield "purchases-back", stage.dialog(lambda: page.doing.give_back(line))
    yield "purchases-void", stage.dialog(lambda: page.doing.void(line))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "till.csv"
        known = stage.desk.services.members.customer(line.customer_id)
        home = stage.desk.services.directory.institutions()[0].name
        path.write_text("\n".join(_till(known.telephones[0], home)), encoding="utf-8-sig")
        mapping = stage.dialog(lambda: page.import_list(path))
        assert isinstance(mapping, PurchaseMappingDialog)
        yield "purchases-columns", mapping
        again = stage.dialog(lambda: page.import_list(path))
        assert isinstance(again, PurchaseMappingDialog)
        again.press_save()
        stage.until(lambda: isinstance(stage.dialogs()[-1], PurchaseListDialog) if stage.dialogs() else False)
        preview = stage.dialogs()[-1]
        assert isinstance(preview, PurchaseListDialog)
        stage.until(lambda: preview.preview() is not None)
        yield "purchases-import", preview


def _till(telephone: str, home: str) -> Iterator[str]:
    """A few rows as a till writes them, some of which cannot be taken."""
    yield "收费单号,收费时间,机构,类别,实收金额,会员卡号,手机号,姓名,原单号"
    yield f"T-1001,2026-03-01 10:20,{home},治疗费,1200.00,,{telephone},,"
    yield f"T-1002,2026-03-02 11:05,{home},产品,880.50,K-0077,13900001111,欧阳可欣,"
    yield f"T-1003,2026-03-03 09:40,{home},产品,-80.50,K-0077,,,T-1002"
    yield f"T-1004,2026-03-04 15:12,{home},药费,十元,K-0077,,,"
    yield f"T-1005,2026-03-05 16:30,{home},治疗费,300.00,,,,"


def gift_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Gifts with their stock, their dialogs, a member's points and benefits."""
    page = stage.page("gifts", GiftsPage)
    yield "gifts", stage.window
    yield "gifts-new", stage.dialog(page.add_gift)
    services = stage.desk.services
    line = next((one for one in services.purchases.lines(limit=50) if one.amount > 2_000_000), None)
    if line is None or page.table.current_row() is None:
        return
    yield "gifts-count", stage.dialog(page.count.click)
    show_member(stage.desk, line.customer_id)
    stage.until(lambda: True)
    member = stage.desk.page("member")
    assert isinstance(member, MemberPage)
    tabs = member.tabs
    for at in range(tabs.count()):
        tabs.setCurrentIndex(at)
        stage.until(lambda: True)
        shown = tabs.panel_widget()
        if isinstance(shown, CustomerPoints):
            yield "member-points", stage.window
            yield "member-redeem", stage.dialog(shown.redeem.click)
        elif isinstance(shown, CustomerBenefits):
            yield "member-benefits", stage.window
            asked = stage.dialog(shown.grant.click)
            assert isinstance(asked, GrantDialog)
            asked.tier.choose("vip")
            asked.tier.picked.emit("vip")
            yield "member-benefits-grant", asked
