"""What is kept about a person: preferences, profile, statistics, and the store's port."""
