"""What a noun phrase says of whoever it refers to."""
