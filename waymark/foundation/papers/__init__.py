"""Papers: what leaves the service as a PDF, tagged so that a screen reader reads it in order (PDF/UA-1).

    paper = Paper(title=_("Agenda"), blocks=[Heading(_("Item 1")), Words(text), Facts([(_("Area"), area)])], reader=…)
    papers.pdf(paper) -> bytes

A paper is data: text is never read as markup, nothing is fetched, no file is opened. It is set in the language that is
active. Whoever makes one decides who may have it, and writes the ledger. Must never hold: what a paper is about.
"""

from .blocks import Block, Facts, Heading, Lines, NewPage, Paper, Picture, Points, Table, Words
from .typesetting import pdf

__all__ = [
    "Block",
    "Facts",
    "Heading",
    "Lines",
    "NewPage",
    "Paper",
    "Picture",
    "Points",
    "Table",
    "Words",
    "pdf",
]
