"""What can be done on a member's page, each with its question: seeing in full, writing down, limits, copies."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.phrases import capital, say
from qualitydesk.directory.service import Directory
from qualitydesk.directory.ui.offer import Offer, offer_of
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model import Customer, LimitKind
from qualitydesk.members.model.profile import ConsentKind, MemberFile, Relative
from qualitydesk.members.service import Members, Privacy, Profiles
from qualitydesk.members.ui.actions import CustomerActions
from qualitydesk.members.ui.profile_dialogs import PreferencesDialog, ProfileDialog, RelativeDialog
from qualitydesk.members.ui.request_dialogs import RestrictDialog
from qualitydesk.members.ui.requests_page import receive
from qualitydesk.members.ui.standing_dialogs import AssessDialog, ConsentDialog
from qualitydesk.members.ui.words import brief_words

Then = Callable[[MemberFile], object]


class MemberActions(QObject):
    """Asks over `window`. `seen(file)` hears of a file somebody may now see in full."""

    def __init__(
        self,
        tools: Tools,
        members: Members,
        profiles: Profiles,
        privacy: Privacy,
        directory: Directory,
        by: Callable[[], By],
        window: QWidget,
        seen: Then,
    ) -> None:
        super().__init__(window)
        self._tools = tools
        self._members = members
        self._profiles = profiles
        self._privacy = privacy
        self._directory = directory
        self._by = by
        self._window = window
        self._seen = seen
        self._customers = CustomerActions(tools, members, directory, by, window)

    # Seeing

    def unmask(self, shown: MemberFile, then: Then | None = None, yes: str = "") -> None:
        """Ask why, log it, show in full; `then` follows. What is seen already is not asked for again."""
        if shown.in_full:
            if then is not None:
                then(shown)
            return

        def seen(file: MemberFile) -> None:
            self._seen(file)
            if then is not None:
                then(file)

        def log(reason: str) -> None:
            self._tools.operations.write(
                self._profiles.unmask, shown.customer.id, reason, self._by(), then=seen, asker=self
            )

        words = self.tr("What do you need the details of {customer} for? Who looked, when and why is kept.")
        question = words.format(customer=brief_words(shown.customer.line))
        title = self.tr("Show in full")
        self._tools.prompts.ask_text(self._window, title, question, yes=yes or title, lines=3, then=log)

    # Writing down: whoever changes something sees it in full

    def edit_profile(self, shown: MemberFile) -> None:
        def ask(file: MemberFile) -> None:
            dialog = ProfileDialog(self._tools, file, parent=self._window)
            self._save_profile(dialog, file)

        self._in_full(shown, ask)

    def edit_preferences(self, shown: MemberFile) -> None:
        def ask(file: MemberFile, offer: Offer) -> None:
            people = offer.people_choices(keep=(file.profile.greeter_id,))
            dialog = PreferencesDialog(self._tools, file, people, parent=self._window)
            self._save_profile(dialog, file)

        self._in_full(shown, lambda file: self._with_people(partial(ask, file)))

    def edit_relative(self, shown: MemberFile, known: Relative | None = None) -> None:
        """A new one, or one to change."""

        def ask(file: MemberFile) -> None:
            mine = next((one for one in file.relatives if known is not None and one.id == known.id), None)
            dialog = RelativeDialog(self._tools, file, mine, parent=self._window)
            dialog.writes(self._profiles.save_relative, self._by())
            dialog.open()

        self._in_full(shown, ask)

    def remove_relative(self, shown: MemberFile, one: Relative) -> None:
        who = f"{capital(say(self._tools.language, f'kinship.{one.kinship}'))} {one.name}".strip()

        def remove() -> None:
            self._tools.operations.write(
                self._profiles.remove_relative, shown.customer.id, one.id, self._by(), asker=self
            )

        self._tools.prompts.ask(
            self._window, self.tr("Strike out"), self.tr("Take {who} out of the family?").format(who=who),
            yes=self.tr("Strike out"), then=remove, danger=True,
        )  # fmt: skip

    def record_consent(self, shown: MemberFile, kind: ConsentKind | None = None) -> None:
        """Her word needs nothing hidden to be seen."""
        dialog = ConsentDialog(self._tools, shown, kind, parent=self._window)
        dialog.writes(self._profiles.record_consent, self._by())
        dialog.open()

    def assess(self, shown: MemberFile) -> None:
        def ask(file: MemberFile, offer: Offer) -> None:
            me = self._by().decided_by
            dialog = AssessDialog(self._tools, file, offer.people_choices(), me, parent=self._window)
            dialog.writes(self._profiles.assess, self._by())
            dialog.open()

        self._in_full(shown, lambda file: self._with_people(partial(ask, file)))

    # More

    def more(self, shown: MemberFile, copy: Callable[[Customer], object]) -> None:
        """Everything that is seldom done, as a list to choose from; `copy` hands over all that is held."""
        customer, limit = shown.customer, shown.customer.limit
        ways: dict[str, tuple[str, Callable[[], object]]] = {}
        if limit is None:
            ways["change"] = (self.tr("Change name, telephones, institution…"), partial(self._change, shown))
            flag = self.tr("Lift the flag…") if customer.flag else self.tr("Flag for all staff…")
            ways["flag"] = (flag, partial(self._customers.flag, customer))
            ways["merge"] = (self.tr("Merge with another record…"), partial(self._customers.merge, customer))
            if customer.merged:
                ways["separate"] = (self.tr("Separate…"), partial(self._customers.separate, customer))
            ways["request"] = (self.tr("Enter a request about personal data…"), partial(self._receive, customer))
            ways["copy"] = (self.tr("Copy of everything held…"), partial(copy, customer))
            ways["restrict"] = (self.tr("Restrict to storage…"), partial(self.ask_restriction, shown))
        elif limit.kind is LimitKind.RESTRICTED:
            ways["lift"] = (self.tr("Lift the restriction…"), partial(self._lift, customer))
        if limit is None or limit.kind is LimitKind.RESTRICTED:
            ways["erase"] = (self.tr("Erase for good…"), partial(self._erase, customer))
        if not ways:
            return
        choices: list[tuple[object, str]] = [(key, words) for key, (words, _do) in ways.items()]
        self._tools.prompts.choose(
            self._window, self.tr("More"), brief_words(customer.line), choices, then=lambda key: ways[str(key)][1]()
        )

    def _change(self, shown: MemberFile) -> None:
        self._in_full(shown, lambda file: self._customers.change(file.customer, in_full=True))

    def _receive(self, customer: Customer) -> None:
        receive(self._tools, self._privacy, self._members, self._directory, self._by, self._window, customer.line)

    def ask_restriction(self, shown: MemberFile) -> None:
        """Nothing but storage from now on."""
        dialog = RestrictDialog(self._tools, shown.customer, shown.today, parent=self._window)
        dialog.writes(self._privacy.restrict, self._by())
        dialog.open()

    def _lift(self, customer: Customer) -> None:
        words = self.tr("Why is the restriction of {customer} lifted? The record is then shown and used as before.")
        self._ask(self.tr("Lift the restriction"), words, customer, self._privacy.lift_restriction)

    def _erase(self, customer: Customer) -> None:
        words = self.tr(
            "Name, telephones and everything written about {customer} are taken away for good; number, sums and papers "
            "issued are left. This cannot be undone. Why is it done?"
        )
        self._ask(self.tr("Erase for good"), words, customer, self._privacy.erase)

    def _ask(self, title: str, words: str, customer: Customer, verb: Callable[..., object]) -> None:
        def write(reason: str) -> None:
            self._tools.operations.write(verb, customer.id, reason, self._by(), asker=self)

        question = words.format(customer=brief_words(customer.line))
        self._tools.prompts.ask_text(self._window, title, question, yes=title, lines=3, then=write)

    # How

    def _save_profile(self, dialog: ProfileDialog | PreferencesDialog, file: MemberFile) -> None:
        dialog.reloads(partial(self._profiles.file, file.customer.id), dialog.show_file)
        dialog.writes(self._profiles.save_profile, self._by())
        dialog.open()

    def _in_full(self, shown: MemberFile, then: Then) -> None:
        self.unmask(shown, then, self.tr("Show and change"))

    def _with_people(self, then: Callable[[Offer], object]) -> None:
        self._tools.operations.read(self, offer_of, self._directory, then=then, topic="people")
