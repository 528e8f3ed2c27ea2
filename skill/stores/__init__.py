"""Where progress is kept: DynamoDB, one SQLite file, or memory. Stores decide nothing about coaching."""
