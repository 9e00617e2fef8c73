"""Courses, sessions, bookings, trainees, attendances."""

from .attendances import Attendance, Came, Source
from .bookings import Booking
from .catalogue import Audience, Course, CourseVersion, Reason, StaffRole
from .sessions import DeliveredBy, Session, Trainer
from .trainees import Trainee

__all__ = [
    "Attendance", "Audience", "Booking", "Came", "Course", "CourseVersion", "DeliveredBy", "Reason", "Session",
    "Source", "StaffRole", "Trainee", "Trainer",
]  # fmt: skip
