"""What the store is held against for minutes: crowds, crashes, faults, and years of history.

`make soak` runs the whole of it and prints one table; the tests in here run a small share.
"""
