"""Where progress is kept: DynamoDB, one SQLite file, or memory. They keep; they decide nothing."""
