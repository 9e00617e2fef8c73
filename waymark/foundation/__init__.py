"""What any safeguarding service would need: people who sign in, places, access, a ledger, work lists.

Knows nothing of Prevent. Each room may import the rooms above it in the list of ARCHITECTURE (kernel first)."""
