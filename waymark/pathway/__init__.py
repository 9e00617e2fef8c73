"""One person’s way: who they are, the referral, and later Channel. Never imports delivery or oversight."""
