"""What is done about access: memberships given and ended, visitors let in."""
