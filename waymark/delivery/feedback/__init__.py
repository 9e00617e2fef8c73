"""What people who came to training say of it: questions in versions, answers without names, words that may be quoted.

Must never hold: who gave an answer.
"""
