"""How well copies are told from look-alikes."""
