"""What people do here: ask, agree, refuse; and what a restore does again."""
