"""The store on AWS: one DynamoDB table, in which a practice is the record."""

from skill.stores.dynamodb.store import DynamoStore

__all__ = ["DynamoStore"]
