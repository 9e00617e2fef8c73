"""The Channel panel: who sits on it, by what terms it works, its meetings and what is talked about there.

Panels of several kinds, seats held from one day to another, deputies, terms of reference with dates. The case itself,
what is decided on it and the support stand above (`pathway.channel`). The words follow the Counter-Terrorism and
Security Act 2015, sections 36 to 38. Must never hold: what the panel decided of a person.
"""
