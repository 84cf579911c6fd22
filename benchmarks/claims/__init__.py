"""How often the check of claims errs: series with and without a rise, judged as the papers judge them."""
