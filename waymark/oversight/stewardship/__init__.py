"""Requests of people to see what is held about them: gathered, decided, released by a second person, handed over."""
