"""Tricks that make an answer come sooner, and nothing else: the skill does the same without them.

One module a trick, which says what it is worth and how to take it out. They know nothing of the skill,
and only what they make faster imports them. docs/performance.md has the figures side by side.

Milliseconds of a start are those of the processor from the start of a process to its first answer, with
the trick and without, in turn, fifteen of each, on Python 3.13 under Amazon's runtime client, November
2026. With SnapStart, as template.yaml has it, nobody waits for a start: those tricks stand for where
there is none, and for the comparison with the peer (`make bench`).
"""
