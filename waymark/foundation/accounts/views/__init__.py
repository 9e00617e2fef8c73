"""The pages of accounts that are ours; the rest are allauth’s, in our clothes."""
