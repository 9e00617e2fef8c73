"""Who may sign in: people's accounts, invitations, sign-in, sessions."""
