"""How the shipped weights are made, end to end: data, augment, model, train, export. `make train` runs it."""
