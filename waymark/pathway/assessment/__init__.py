"""Police assessment: what the police do with a referral that triage sent them, until they sign what came of it.

Works here: the police Channel coordinator, and the police supervisor who approves closures. The words:
*de-confliction* (is anything in the way of safeguarding this person?), *framework* (the questions of a written
assessment, loaded by name and version), *section 36 referral* (the police or the authority refer to the panel).

Must never be put here: what an intelligence service holds or says (Counter-Terrorism and Security Act 2015,
section 38(4) and (5)). The result of de-confliction is a result, a date and a reference, and has no room for more.
No score, no total.
"""
