"""The words a case is described in: channels, relations, subjects, outcomes, kinds of notes, money, verbs."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Channel(StrEnum):
    """By which way a complaint came. Words: phrases `channel.<value>`."""

    FACE_TO_FACE = "face_to_face"
    TELEPHONE = "telephone"
    ONLINE_CHAT = "online_chat"
    LETTER = "letter"
    MESSAGE_BOARD = "message_board"
    SOCIAL_MEDIA = "social_media"
    HOTLINE_12345 = "hotline_12345"
    HOTLINE_12315 = "hotline_12315"
    AUTHORITY = "authority"
    REFERRAL = "referral"
    RETURN_CALL = "return_call"
    OTHER = "other"


class Relation(StrEnum):
    """Who complains, seen from the patient. Words: phrases `relation.<value>`."""

    SELF = "self"
    SPOUSE = "spouse"
    PARENT = "parent"
    CHILD = "child"
    RELATIVE = "relative"
    FRIEND = "friend"
    AGENT = "agent"
    OTHER = "other"


class ServiceNode(StrEnum):
    """At which step of the service it happened. Words: phrases `service_node.<value>`."""

    ADVICE = "advice"
    APPOINTMENT = "appointment"
    GUIDE = "guide"
    TRIAGE = "triage"
    REGISTRATION = "registration"
    CONSULTATION = "consultation"
    PRICING = "pricing"
    PAYMENT = "payment"
    TESTS = "tests"
    TREATMENT = "treatment"
    PHARMACY = "pharmacy"
    WARD = "ward"
    RETURN_VISIT = "return_visit"
    OTHER = "other"


class SubjectKind(StrEnum):
    """What is complained of (事项). Words: phrases `subject.<value>`."""

    ATTITUDE = "attitude"
    COMMUNICATION = "communication"
    WAITING = "waiting"
    PROCESS = "process"
    TREATMENT = "treatment"
    EFFECT = "effect"
    SAFETY = "safety"
    PRICE = "price"
    REFUND = "refund"
    PROMISE = "promise"
    PRIVACY = "privacy"
    ENVIRONMENT = "environment"
    OTHER = "other"


class Remedy(StrEnum):
    """What the complainant asks for. Words: phrases `remedy.<value>`."""

    APOLOGY = "apology"
    EXPLANATION = "explanation"
    REDO = "redo"
    REFUND = "refund"
    COMPENSATION = "compensation"
    PUNISHMENT = "punishment"
    IMPROVEMENT = "improvement"
    OTHER = "other"


class Outcome(StrEnum):
    """How a subject came out. Words: phrases `outcome.<value>`."""

    UPHELD = "upheld"
    PARTLY = "partly"
    NOT_UPHELD = "not_upheld"
    WITHDRAWN = "withdrawn"


class PersonRole(StrEnum):
    """In which role an employee stands in a case. Words: phrases `case_role.<value>`."""

    COMPLAINED = "complained"
    INVOLVED = "involved"
    WITNESS = "witness"


class Responsibility(StrEnum):
    """How far an employee answers for it. Words: phrases `responsibility.<value>`."""

    MAIN = "main"
    PARTLY = "partly"
    NONE = "none"


class Level(IntEnum):
    """Severity I to V; words: phrases `level.<value>`, always shown with the numeral."""

    I = 1  # noqa: E741 - the domain's own numeral
    II = 2
    III = 3
    IV = 4
    V = 5


class NoteKind(StrEnum):
    """What a note is about. Words: phrases `note_kind.<value>`."""

    INVESTIGATION = "investigation"
    ANALYSIS = "analysis"
    NEGOTIATION = "negotiation"
    AFTER_CALL = "after_call"
    OTHER = "other"


class Agreement(StrEnum):
    """How the negotiation ended. Words: phrases `agreement.<value>`."""

    AGREED = "agreed"
    NO_AGREEMENT = "no_agreement"
    WITHDRAWN = "withdrawn"


class MoneyKind(StrEnum):
    """Words: phrases `money_kind.<value>`."""

    REFUND = "refund"
    COMPENSATION = "compensation"


class PayWay(StrEnum):
    """How money reaches the patient. Words: phrases `pay_way.<value>`."""

    CARD = "card"
    CASH = "cash"
    TRANSFER = "transfer"
    WECHAT = "wechat"
    ALIPAY = "alipay"
    CREDIT = "credit"


class PaymentState(StrEnum):
    """requested → approved → paid; or refused, or called off. Words: phrases `payment_state.<value>`."""

    REQUESTED = "requested"
    APPROVED = "approved"
    PAID = "paid"
    REFUSED = "refused"
    CALLED_OFF = "called_off"


class HandlingRole(StrEnum):
    """As what a person is handled. Words: phrases `handling_role.<value>`."""

    RESPONSIBLE = "responsible"
    SUPERIOR = "superior"
    HEAD = "head"


class ExternalKind(StrEnum):
    """Who outside has set a date of their own. Words: phrases `external.<value>`."""

    HOTLINE_12345 = "hotline_12345"
    HOTLINE_12315 = "hotline_12315"
    AUTHORITY = "authority"
    OTHER = "other"


class CaseVerb(StrEnum):
    """What was done: the timeline's entries. Words: phrases `case_verb.<value>`."""

    OPEN = "open"
    CORRECT = "correct"
    ASSIGN = "assign"
    LEAVE = "leave"
    BACK = "back"
    SKIP = "skip"
    REOPEN = "reopen"
    PAUSE = "pause"
    RESUME = "resume"
    CONTACT = "contact"
    NOTE = "note"
    ATTACH = "attach"
    PEOPLE = "people"
    SUBJECTS = "subjects"
    CLASSIFY = "classify"
    CONFIRM_LEVEL = "confirm_level"
    SOLUTION = "solution"
    APPROVE_SOLUTION = "approve_solution"
    REFUSE_SOLUTION = "refuse_solution"
    NEGOTIATE = "negotiate"
    REQUEST_PAYMENT = "request_payment"
    APPROVE_PAYMENT = "approve_payment"
    REFUSE_PAYMENT = "refuse_payment"
    SIGN_PAYMENT = "sign_payment"
    PAY = "pay"
    CALL_OFF_PAYMENT = "call_off_payment"
    SUMMARY = "summary"
    HANDLING = "handling"
    WITHDRAW_HANDLING = "withdraw_handling"
    PREVENTION = "prevention"
    FLAG = "flag"
    UNFLAG = "unflag"
    EXTERNAL = "external"
    MERGE = "merge"
    UNMERGE = "unmerge"
    SPLIT = "split"
    DEADLINE = "deadline"
    AFTER_CALL = "after_call"
    PAPER = "paper"
