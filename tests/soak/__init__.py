"""What is held against for minutes: crowds, crashes, faults, years of history, and forged requests.

`make soak` runs the whole of it and prints one table; the tests in here run a small share.
"""
