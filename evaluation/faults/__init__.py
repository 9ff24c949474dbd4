"""Whether a record is the same whatever happens while it is made: `python -m evaluation.faults`."""
