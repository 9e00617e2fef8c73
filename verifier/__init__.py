"""Proves the ledger, from the outside. Shares no code with what writes it: it knows only docs/operate/ledger.md.

python -m verifier --database postgres://… --roots FOLDER --key ledger.pub
"""
