"""AWS Lambda's way in."""

from skill.bootstrap import build, read_settings

handler = build(read_settings())
