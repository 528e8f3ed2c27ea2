"""AWS Lambda's way in."""

import gc

# A start makes nothing but what stays: looking for garbage in it takes 15 ms, and from then on every
# full collection would look through all of it again.
gc.disable()

from skill.bootstrap import build_for_lambda, read_settings  # noqa: E402 - see above
from skill.journal import write_journal  # noqa: E402

write_journal()
handler = build_for_lambda(read_settings())
gc.freeze()
gc.enable()
