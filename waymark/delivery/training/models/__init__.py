"""Courses, sessions, bookings, trainees, attendances, requests, certificates."""

from .asking import TrainingRequest
from .attendances import Attendance, Came, Source
from .bookings import Booking, Substitution
from .catalogue import Audience, Course, CourseVersion, Reason, StaffRole
from .councillors import Councillor, Term
from .declared import Declared
from .headcounts import Headcount
from .kept import KeptPlaces
from .outcomes import Certificate, RefreshRule
from .sessions import DeliveredBy, Session, Trainer
from .signins import SignIn
from .trainees import Trainee
from .waiting import WaitingRule

__all__ = [
    "Attendance",
    "Audience",
    "Booking",
    "Came",
    "Certificate",
    "Councillor",
    "Course",
    "CourseVersion",
    "Declared",
    "DeliveredBy",
    "Headcount",
    "KeptPlaces",
    "Reason",
    "RefreshRule",
    "Session",
    "SignIn",
    "Source",
    "StaffRole",
    "Substitution",
    "Term",
    "Trainee",
    "Trainer",
    "TrainingRequest",
    "WaitingRule",
]  # fmt: skip
