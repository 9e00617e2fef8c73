"""Courses, sessions, bookings, trainees, attendances, requests, certificates."""

from .asking import TrainingRequest
from .attendances import Attendance, Came, Source
from .bookings import Booking
from .catalogue import Audience, Course, CourseVersion, Reason, StaffRole
from .councillors import Councillor, Term
from .headcounts import Headcount
from .outcomes import Certificate, RefreshRule
from .sessions import DeliveredBy, Session, Trainer
from .trainees import Trainee

__all__ = [
    "Attendance",
    "Audience",
    "Booking",
    "Came",
    "Certificate",
    "Councillor",
    "Course",
    "CourseVersion",
    "DeliveredBy",
    "Headcount",
    "Reason",
    "RefreshRule",
    "Session",
    "Source",
    "StaffRole",
    "Term",
    "Trainee",
    "Trainer",
    "TrainingRequest",
]  # fmt: skip
