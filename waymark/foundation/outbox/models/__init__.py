"""Messages, their envelopes, and how the mail server has been doing."""

from .health import MailHealth
from .message import Envelope, Message

__all__ = ["Envelope", "MailHealth", "Message"]
