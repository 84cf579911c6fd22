"""Learning and measuring the forecast of short series, in an environment of its own."""
