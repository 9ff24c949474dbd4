"""What a statement does: its function, whether it is denied, the question that it answers."""
