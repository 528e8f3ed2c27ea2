"""AWS Lambda's way in."""

from skill.bootstrap import build, read_settings
from skill.journal import write_journal

write_journal()
handler = build(read_settings())
