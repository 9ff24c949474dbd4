"""The network at work: wordpieces in, candidates for statements, names and links out."""
