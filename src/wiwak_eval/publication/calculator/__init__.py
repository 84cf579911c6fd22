"""The scenario calculator of the web page: what a reader may set, and the numbers that its script adds up."""
