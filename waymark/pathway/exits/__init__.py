"""The end of support through Channel, the look back after 6 and 12 months, and the way to another authority.

Works here: the chair, the coordinator, the lead professional. The words: an *exit* has an updated
assessment, a closing report, a destination and a signature; its two *reviews* are born with it. Must never
be put here: a way to delete a review.
"""
