"""The only door to publication: what may be told of people, at which level, and the proof that it holds."""
