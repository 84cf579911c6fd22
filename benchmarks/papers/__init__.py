"""How long the papers take."""
