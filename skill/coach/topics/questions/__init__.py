"""Questions: about stretches, about time and place, about sources, and about what there is."""
