"""Support through Channel: the plan, its actions, and what those who give it did.

Works here: the lead professional, the coordinator, whoever an action belongs to, providers. The words: a
*need* comes from the assessment; an *action* has one person and one organisation; a *session* is planned,
held or not held. Must never be put here: an action that starts without a consent that covers it.
"""
