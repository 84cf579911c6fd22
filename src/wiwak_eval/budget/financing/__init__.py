"""Who pays: every cent of a year by item, month and funder."""
