"""What a post costs, month by month, by collective agreement and form of employment."""
