"""Channel: the case of one person, from the section 36 referral on.

Works here: the council’s Prevent team, and the police who assess. The words: a *case* is what the council and its
partners do for one person after a section 36 referral; its *lead professional* answers for it at every moment.

Must never be put here: what an intelligence service holds or says; scores, ranks or colours of a person.
"""
