"""The files of the figures → figures; every problem is noted, none is raised."""
