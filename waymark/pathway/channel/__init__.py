"""The Channel panel, the case, the support plan and the look back. Nothing lives here yet."""
