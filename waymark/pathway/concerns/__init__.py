"""A concern, before the council has it: advice, the referral form, and what the writer’s organisation decides.

Words: an *enquiry* asks for advice and names nobody; a *draft* is a referral being written; a *submission* is what
was sent, frozen; *progress* is what the referrer may know of what became of it.
Who works here: professionals with and without an account, their safeguarding leads; the triage team only to answer
enquiries. What the council makes of a submission is the part above, which `desk` hands it to.
Must never hold: anything of the council’s own record, scores or levels of a person, equality answers.
"""
