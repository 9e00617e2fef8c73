"""Sentences that are put together by chance: so that records read like records, and every one is invented."""

from __future__ import annotations

from random import Random

WHO = ("They", "The person", "A friend says they", "At home they", "In class they", "A parent says they")
DID = (
    "drew the same sign on several books", "spoke again and again of a film with killings",
    "said that somebody online understands them", "stopped coming to the club they liked",
    "said that they hate everybody in the year", "asked why anybody would follow such a group",
    "shared a video and took it down the next day", "were very quiet after a quarrel with two friends",
    "said they are told at night what to think", "gave money to somebody they only know online",
    "talked about a march that they want to go to", "repeated what an older cousin had said",
    "missed three days after the news", "wrote a letter and did not want to show it",
)  # fmt: skip
THEN = (
    "and would not say more", "and was sorry about it later", "and laughed when asked", "and asked for help with it",
    "and said it was only a joke", "and was glad that somebody asked", "and left the room", "and wants to talk again",
    "and nobody else was there", "and a teacher heard it", "and it was not the first time", "and came back calm",
)  # fmt: skip
SOURCES = ("School", "A parent", "Ward staff", "The neighbour", "A youth worker", "")
MARKED = (
    "The form tutor spoke with them: there had been a quarrel, and it is over.",
    "It belongs to a project in school, and the teacher knows of it.",
    "Children’s social care has taken it on and will tell us how it goes.",
    "Nothing that was said was heard by anybody else, and the day does not fit.",
)
REASONS = (
    "What worried people has been explained, and nothing else was found in any of the answers.",
    "Another service knows the family well and has agreed to go on with what was asked for.",
    "The person has help at school now, and has said what they need if it comes back.",
    "There never was anything to worry about beyond the words, which were meant otherwise.",
)
NOTES = (
    "Thank you. We have looked at this and will not go on. Please come back if anything changes.",
    "Thank you. Another service has taken this on; they will be in touch with you.",
    "Thank you for asking. We suggest a lesson on how to check what is read online.",
)
QUESTIONS = (
    "Is the family known to you, and is there anything that we should know before we talk with them?",
    "Have you seen the person since the summer, and how did they seem to you then?",
    "Is there a plan already that what we do has to fit into?",
)
ANSWERS = (
    "The family is known to us. There is a plan, and the next meeting is in two weeks.",
    "We have not seen the person this year. The last time nothing worried us.",
    "There is no plan. We would like to hear what you decide.",
)
NEEDS = (
    ("Autism: loud rooms are hard", "explains", "They leave when it is loud, whatever is said"),
    ("English is the second language", "explains", "Some words were not meant as they were heard"),
    ("Sleeps badly since a bereavement", "adds", "They are online at night because they cannot sleep"),
    ("Uses a wheelchair", "separate", "It has nothing to do with what was said"),
)
TOLD = (
    "Was glad to be asked.",
    "Was angry first, and then talked for an hour.",
    "Said they had expected it.",
)
NOT_YET = "We want to agree with the school who tells them."
STREETS = ("Tanner Row", "Canal Street", "Mill Lane", "Invented Avenue", "Station Road", "Orchard Close")


def said(dice: Random) -> str:
    """Two or three sentences of somebody who is worried."""
    return " ".join(
        f"{dice.choice(WHO)} {dice.choice(DID)} {dice.choice(THEN)}." for _each in range(dice.randint(2, 3))
    )


def postcode(dice: Random) -> str:
    """ZZ is no postcode area."""
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    return f"ZZ{dice.randint(1, 99)} {dice.randint(1, 9)}{dice.choice(letters)}{dice.choice(letters)}"
