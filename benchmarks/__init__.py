"""Measurements and soaks that are too long for `make test`."""
