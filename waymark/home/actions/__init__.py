"""What an administrator does about people: gives and ends roles."""
