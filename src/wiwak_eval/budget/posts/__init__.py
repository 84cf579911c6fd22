"""Which posts the plan holds, in which month, and until when."""
