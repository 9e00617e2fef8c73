"""From a worry to a decision: advice, referrals, and the work of triage.

Words: an *enquiry* asks for advice and names nobody; a *draft* is a referral being written; a *submission* is what
was sent, frozen; a *referral* is the council’s record of it; *progress* is what the referrer may know.
Who works here: professionals with and without an account, their safeguarding leads, the triage team, the police
coordinator (assessment only). Must never hold: scores or levels of a person, ideology as a gate, equality answers.
"""
