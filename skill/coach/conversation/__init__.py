"""What every topic needs: events, state, questions, the scene, answers."""
