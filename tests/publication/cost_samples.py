"""Made-up released tables of costs for the tests of the pictures."""

from paper_sample import released

from wiwak_eval.results import Cell, Column, ReleasedTable, Unit


def costs_months(simulated: bool = True) -> ReleasedTable:
    columns = [
        Column("month", "Monat", Unit.MONTH),
        *(
            Column(name, label, Unit.CENTS)
            for name, label in (("cash", "Auszahlungen"), ("in_kind", "Sachleistungen"), ("total", "zusammen"))
        ),
    ]
    months: list[tuple[Cell, ...]] = [(f"2017-{m:02d}", 1_800_000 + 9_000 * m, 98_000, 1_898_000 + 9_000 * m) for m in range(1, 11)]
    rows = [*months, ("Summe", 18_495_000, 980_000, 19_475_000)]
    return released("costs_months", "Was wurde in welchem Monat ausgegeben?", columns, rows, (), simulated)


def unit_costs(simulated: bool = True) -> ReleasedTable:
    columns = [
        *(Column(name, name, Unit.TEXT) for name in ("key", "label", "basis")),
        Column("cost", "Betrag", Unit.CENTS),
        Column("units", "Anzahl", Unit.COUNT),
        *(Column(name, name, Unit.CENTS) for name in ("value", "low", "high")),
    ]
    full, cash = "mit Sachleistungen", "nur Auszahlungen"
    rows: list[tuple[Cell, ...]] = [
        ("contact", "Beratung <b>", full, 19_833_598, 1725, 11_498, 10_200, 13_100),
        ("person", "Person", full, 19_833_598, 374, 53_031, 47_700, 59_400),
        ("completed_chain", "abgeschlossene Integrationskette", full, None, 50, 131_000, None, None),
        ("contact_cash", "Beratung", cash, 18_853_598, 1725, 10_930, 9_700, 12_500),
        ("coordination", "Monat Koordination (angenommen)", cash, 5_333_984, 10, 533_398, 355_600, 711_200),
    ]
    return released("unit_costs", "Was kostete eine Beratung?", columns, rows, (), simulated)
