"""The landing page, My day, health, errors; the one table of roles; the urls of the whole site. Nothing imports it."""
