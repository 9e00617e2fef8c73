"""Reports made from measures: written as drafts, signed with their figures, corrected by a new version."""
