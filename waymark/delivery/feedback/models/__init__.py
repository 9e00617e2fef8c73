"""Questions, the rounds in which they are asked, answers."""

from .answers import Mark, Remark, Reply
from .questions import Kind, Occasion, Question, QuestionSet
from .rounds import Round

__all__ = ["Kind", "Mark", "Occasion", "Question", "QuestionSet", "Remark", "Reply", "Round"]
