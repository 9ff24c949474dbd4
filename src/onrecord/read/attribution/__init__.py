"""Which candidates stand as statements, and which statements stand inside others."""
