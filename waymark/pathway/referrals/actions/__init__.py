"""What people do about enquiries and referrals."""
