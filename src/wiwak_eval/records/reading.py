"""Reading a delivery, with the libraries that reading needs loaded only then."""

from wiwak_eval.records.location import Location
from wiwak_eval.records.model import Records


def read_delivery(location: Location, key: bytes, *, max_rejected: float = 0.10, accept_losses: bool = False) -> Records:
    """Read and check a delivery: a folder, workbook or database.

    key: for the pseudonyms (`resolve_key`); max_rejected: share (0–1) of a table's rows that may be rejected for faults of their own;
    accept_losses: go on where more are, or where a delivered table cannot be read at all. Raises GermanError where the delivery cannot
    be read, would lose rows or loses too many.
    """
    from wiwak_eval.records.delivery import read_and_account

    return read_and_account(location, key, max_rejected, accept_losses)
