"""What people do about enquiries, drafts and what was sent."""
