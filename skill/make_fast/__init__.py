"""Tricks that make an answer faster, and nothing else: the skill does the same without them.

Each module is one trick; it says what the trick is worth and how to take it out. These modules know
nothing of the skill, and are imported only where they make something faster. docs/performance.md has the
figures side by side.

"Milliseconds of a start" are processor time from the start of a process to its first answer. They were
measured with and without the trick by turns, fifteen times each, on Python 3.13 under Amazon's runtime
client, in November 2026. With SnapStart, which template.yaml sets, nobody waits for a start; there these
tricks only help the comparison with the peer (`make bench`) and functions without SnapStart.
"""
