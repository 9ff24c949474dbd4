"""Who is speaking: from sources to agents."""
