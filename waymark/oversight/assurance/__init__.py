"""Question sets, returns and benchmarks. Nothing lives here yet."""
