"""What the county hands over: the contract, reading, checking, pseudonyms."""

from wiwak_eval.records.content import content_digest, content_digests
from wiwak_eval.records.contract import PERIOD_YEAR, Code, CodeList, ColumnSpec, Kind, TableSpec, fold
from wiwak_eval.records.facts import delivery_is_simulated, read_facts
from wiwak_eval.records.forms import is_database
from wiwak_eval.records.key import SIMULATED_KEY, Key, resolve_key
from wiwak_eval.records.location import Database, Location, parse_location
from wiwak_eval.records.model import ControlLine, DeliveryFacts, Fault, IntakeLine, Records
from wiwak_eval.records.reading import read_delivery
from wiwak_eval.records.report import write_check
from wiwak_eval.records.rules import Action, Rule
from wiwak_eval.records.tables import TABLES

__all__ = [
    "PERIOD_YEAR",
    "SIMULATED_KEY",
    "TABLES",
    "Action",
    "Code",
    "CodeList",
    "ColumnSpec",
    "ControlLine",
    "Database",
    "DeliveryFacts",
    "Fault",
    "IntakeLine",
    "Key",
    "Kind",
    "Location",
    "Records",
    "Rule",
    "TableSpec",
    "content_digest",
    "content_digests",
    "delivery_is_simulated",
    "fold",
    "is_database",
    "parse_location",
    "read_delivery",
    "read_facts",
    "resolve_key",
    "write_check",
]
