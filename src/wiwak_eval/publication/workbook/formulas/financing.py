"""Who pays: what is decided, what is open, and what other decisions of the Land would mean."""

from dataclasses import replace

from wiwak_eval import german
from wiwak_eval.budget.grants.decided import start_month
from wiwak_eval.publication.workbook.formulas.grant import assumed, known, left, used
from wiwak_eval.publication.workbook.model import Sheets


def financing(sheets: Sheets, row: str, y: str) -> str | None:
    """Fixed amounts first, then the Land's grant; the rest is the county's cash, or open."""
    part = {key: sheets.at("financing", key, y) for key in sheets.keys("financing")}
    need = f"({sheets.at('costs', 'total', y)}-{part['county_in_kind']})"
    fixed = {key: sheets.at("amounts", key, y) for key in ("federal", "esf", "third")}
    return {
        "county_in_kind": f"{sheets.at('costs', 'rooms', y)}*{sheets.at('grant', 'rooms_in_kind', y)}",
        "federal": f"MIN({need},{fixed['federal']})",
        "esf": f"MIN({need}-{part['federal']},{fixed['esf']})",
        "third": f"MIN({need}-{part['federal']}-{part['esf']},{fixed['third']})",
        "land": f"IF({known(sheets, y)},{used(sheets, y).land},0)",
        "county_cash": f"IF({known(sheets, y)},{left(sheets, y)}-{part['land']},0)",
        "open": f"IF({known(sheets, y)},0,{left(sheets, y)})",
        "total": "+".join(part[key] for key in part if key != "total"),
    }.get(row)


def financing_variants(sheets: Sheets, key: str, column: str) -> str | None:
    """The same under assumed decisions."""
    name, _, year = key.rpartition("_")
    y = f"y{year}"
    late, decision = (sheets.at("grant_rules", row, y) for row in ("late_start", "late_decision"))
    first = {"late": late, "decided_late": f"MAX(1,{decision})"}.get(name, "1")
    if column == "label":
        return _label(sheets, key, y)
    return {
        "land": assumed(sheets, y, first, "0" if name == "none" else None).land,
        "county_cash": f"{left(sheets, y)}-{sheets.at('financing_variants', key, 'land')}",
        "county_in_kind": sheets.at("financing", "county_in_kind", y),
        "total": sheets.at("costs", "total", y),
    }.get(column)


def _label(sheets: Sheets, key: str, y: str) -> str | None:
    """The label names the assumed rate, which a reader may change."""
    printed = german.percent(float(str(sheets.value("grant_rules", "variant_share", f"y{sheets.years[0]}"))), 0)
    before, found, after = str(sheets.value("financing_variants", key, "label")).partition(printed)
    rate, sign = sheets.at("grant_rules", "variant_share", f"y{sheets.years[0]}"), printed.lstrip("0123456789")
    return f'"{before}"&ROUND({rate}*100,0)&"{sign}{after}"' if found else None


def negotiation(sheets: Sheets, key: str, column: str) -> str | None:
    """The county's cash for a share decided in time, with the planned posts."""
    start = str(sheets.value("negotiation", key, "start"))
    if column == "total":
        return "+".join(sheets.at("negotiation", key, f"y{year}") for year in sheets.years)
    if not column.startswith("y"):
        return None
    first = str(start_month(start, int(column[1:])))
    offer = replace(used(sheets, column), kind="1", rate=sheets.at("negotiation", key, "rate"), first=first)
    return f"{left(sheets, column)}-{offer.land}"
