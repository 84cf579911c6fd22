"""The transfer to other counties, computed."""

from wiwak_eval.assumptions import Assumptions, Context
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable
from wiwak_eval.transfer.caseload import carried_over
from wiwak_eval.transfer.caseload_table import caseload_table
from wiwak_eval.transfer.compared import compare_counties
from wiwak_eval.transfer.counties import counties_of
from wiwak_eval.transfer.counties_table import counties_table
from wiwak_eval.transfer.model import CountyCaseload
from wiwak_eval.transfer.money import Around, money_tables
from wiwak_eval.transfer.rates import CountyRates, county_rates
from wiwak_eval.transfer.rates_table import rates_table
from wiwak_eval.transfer.refugees_table import refugees_table
from wiwak_eval.transfer.result import HomeRanges, Transfer


def compute(
    records: Records, caseload: Caseload | NotAssessable, context: Context, assumptions: Assumptions, ranges: HomeRanges
) -> Transfer:
    """See `transfer.result.transfer`."""
    years, view = _years(records, caseload), assumptions.part()
    rates = county_rates(records, context, view, max(years))
    seed = int(view.number("forecast_seed", records.provenance.period_to))
    contacts = _contacts(caseload, rates, seed)
    left_out = None if isinstance(rates, NotAssessable) else rates.left_out
    refugees = refugees_table(records, context, assumptions.part(), years)
    volumes = caseload_table(contacts, ranges.forecast_yearly, left_out, view.ids_read)
    money = money_tables(records, contacts, assumptions, Around(refugees, volumes, ranges, view.ids_read))
    told = rates_table(rates, seed, view.ids_read)
    compared = compare_counties(
        counties_of(context), refugees, told, money.land_posts, assumptions.part(), records.provenance.period_to, years[0]
    )
    return Transfer(
        land_counties=counties_table(context, assumptions.part()),
        land_refugees=refugees,
        land_rates=told,
        land_caseload=volumes,
        land_posts=money.land_posts,
        land_fixed=money.land_fixed,
        land_costs=money.land_costs,
        land_financing=money.land_financing,
        land_prices=money.land_prices,
        land_total=money.land_total,
        land_sources=money.land_sources,
        land_limits=compared.land_limits,
        land_preconditions=compared.land_preconditions,
        land_ranks=compared.land_ranks,
        transfer=compared.transfer,
        joint_centre=money.joint_centre,
    )


def _years(records: Records, caseload: Caseload | NotAssessable) -> tuple[int, ...]:
    """The budget years: those of the forecast, the two after the delivery where there is none."""
    last = records.provenance.period_to.year
    return (last + 1, last + 2) if isinstance(caseload, NotAssessable) else caseload.years


def _contacts(caseload: Caseload | NotAssessable, rates: CountyRates | NotAssessable, seed: int) -> CountyCaseload | NotAssessable:
    if isinstance(caseload, NotAssessable):
        return caseload
    return rates if isinstance(rates, NotAssessable) else carried_over(caseload, rates, seed)
