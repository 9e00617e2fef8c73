"""What schools, partners and the public may use: resources that somebody looks at again; and what is awaited."""
