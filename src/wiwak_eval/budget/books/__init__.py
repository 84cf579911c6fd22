"""The county's delivered books of one budget year: bookings, planned amounts, grant notices."""
