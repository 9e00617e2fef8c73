"""`./run bench`: what Waymark’s own mechanisms cost, measured beside a reference in one run, on a server of its own."""
