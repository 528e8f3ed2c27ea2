"""Questions about stretches, time and place, sources, and what there is."""
