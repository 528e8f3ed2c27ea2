"""Pictures as SVG, and as the vector graphics of Alexa."""
