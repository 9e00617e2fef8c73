"""Agendas, attendance, confidentiality, minutes, actions, for panels and boards. Nothing lives here yet."""
