"""How well a record agrees with labelled truth: its texts, sayings, events, people, positions."""
