"""At the council: from what arrives to a decision. The work of triage.

Words: a *referral* is the council’s record of a submission; a *concern* is one thing that was said, as worded; a
*request* asks another organisation for information; a *redirect* gives the matter to another service.
Who works here: the triage team, organisations that are asked, the police coordinator (assessment only). Must never
hold: scores or levels of a person, ideology as a gate, equality answers.
"""
