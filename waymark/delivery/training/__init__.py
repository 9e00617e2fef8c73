"""Training: courses and their versions, sessions, bookings, who came, certificates, who is due again.

Counts where a count serves; names only of those who book by name, get a certificate or have to come again. What was
taught to whom stays tied to the version taught.
"""
