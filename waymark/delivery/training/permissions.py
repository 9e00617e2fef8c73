from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    SEE = "training.see"
    TEACH = "training.teach"
    PLAN = "training.plan"
    BOOK = "training.book"


SENTENCES = {
    Permission.SEE: _("See courses, training sessions, bookings and who came"),
    Permission.TEACH: _("Take attendance at a training session, and add people who came"),
    Permission.PLAN: _("Plan training: courses, sessions, requests, bookings"),
    Permission.BOOK: _("Ask for training, and book places for people of their own organisation"),
}
