"""What every topic talks with: events, state, questions, the scene, answers."""
