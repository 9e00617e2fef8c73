"""Tasks, the reminders that were sent about them, and clocks."""

from .clocks import Clock
from .tasks import Reminder, ReminderKind, Task

__all__ = ["Clock", "Reminder", "ReminderKind", "Task"]
