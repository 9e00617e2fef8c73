"""Boards, plans, risks, recommendations. Nothing lives here yet."""
