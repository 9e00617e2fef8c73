"""Signing in with the organisation’s own sign-on (OpenID Connect), where the settings name one.

`provider` is the only file of the service that asks another computer; `tokens` decides whether to believe an answer;
`flow` is what the browser goes through.
"""
