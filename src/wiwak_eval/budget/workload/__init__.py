"""From contacts to minutes to posts."""
