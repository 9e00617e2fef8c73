"""Views of the kit itself."""
