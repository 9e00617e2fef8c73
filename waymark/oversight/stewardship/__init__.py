"""Subject requests, complaints, breaches, disposal. Nothing lives here yet."""
