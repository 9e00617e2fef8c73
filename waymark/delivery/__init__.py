"""Work with everybody: training, projects, engagement, the public library. Never meets the pathway."""
