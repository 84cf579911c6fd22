import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import t

from wiwak_eval.evaluation.rate_ratio import rate_ratio
from wiwak_eval.evaluation.trend.client_bootstrap import bootstrap, clients_of, factors
from wiwak_eval.evaluation.trend.negative_binomial import negative_binomial_ratio
from wiwak_eval.results import NotAssessable

COUNTS = [82, 117, 119, 152, 179, 203, 199, 176, 237, 261]
MONTHS = tuple(f"2017-{month:02d}" for month in range(1, 11))


def glm(counts, alpha):
    design = sm.add_constant(np.arange(float(len(counts))) - (len(counts) - 1) / 2)
    return sm.GLM(counts, design, family=sm.families.NegativeBinomial(alpha=alpha)).fit(scale=1.0)


def test_the_negative_binomial_is_that_of_statsmodels_at_the_moment_estimate():
    result = negative_binomial_ratio(COUNTS)
    fit = glm(COUNTS, result.alpha)
    reach = t.ppf(0.975, 8) * fit.bse[1]
    assert fit.pearson_chi2 == pytest.approx(8, rel=1e-7)
    expected = np.exp([fit.params[1], fit.params[1] - reach, fit.params[1] + reach])
    assert (result.ratio, result.low, result.high) == pytest.approx(tuple(expected), rel=1e-9)


def test_maximum_likelihood_finds_much_the_same_factor():
    fit = sm.NegativeBinomial(np.array(COUNTS), sm.add_constant(np.arange(10.0))).fit(disp=0, maxiter=500)
    assert negative_binomial_ratio(COUNTS).ratio == pytest.approx(float(np.exp(fit.params[1])), rel=0.005)


def test_without_overdispersion_it_is_the_poisson_model():
    counts = [100, 101, 99, 100, 102, 101, 99, 103]
    result, quasi = negative_binomial_ratio(counts), rate_ratio(counts)
    assert result.alpha == 0
    assert (result.ratio, result.low, result.high) == pytest.approx((quasi.ratio, quasi.low, quasi.high), rel=1e-9)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(1, 400), min_size=6, max_size=12))
def test_backwards_in_time_the_factor_is_the_inverse(counts):
    there, back = negative_binomial_ratio(counts), negative_binomial_ratio(counts[::-1])
    assert there.ratio * back.ratio == pytest.approx(1, rel=1e-6)
    assert there.low * back.high == pytest.approx(1, rel=1e-5)


@pytest.mark.parametrize("counts", [[1, 2, 3, 4], [0] * 8, [0, 0, 0, 0, 9]])
def test_what_has_no_factor_is_refused(counts):
    assert isinstance(negative_binomial_ratio(counts), NotAssessable)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 300), min_size=5, max_size=12))
@pytest.mark.filterwarnings("ignore:Perfect separation")
def test_the_quick_factor_of_many_series_is_that_of_the_regression(counts):
    fit = sm.GLM(counts, sm.add_constant(np.arange(len(counts)) - (len(counts) - 1) / 2), family=sm.families.Poisson()).fit(tol=1e-14)
    assert factors(np.array([counts], dtype=float))[0] == pytest.approx(float(np.exp(fit.params[1])), rel=1e-9)


def contacts_of(rng, persons, growth, without_person=40):
    """Contacts of persons with one to three active months and one to nine contacts in each, more persons coming from month to month."""
    share = growth ** np.arange(10)
    begins = rng.choice(10, persons, p=share / share.sum())
    rows = [
        (MONTHS[month], f"P{number}")
        for number, begin in enumerate(begins)
        for month in range(begin, min(10, begin + int(rng.integers(1, 4))))
        for _ in range(int(rng.integers(1, 10)))
    ]
    nameless = [(month, None) for month in rng.choice(MONTHS, without_person)]
    return pd.DataFrame(rows + nameless, columns=["month", "client_id"]).astype({"client_id": "str"})


def test_rows_and_pseudonyms_do_not_matter():
    frame = contacts_of(np.random.default_rng(1), 80, 1.1)
    names = {name: f"Z{99 - place}" for place, name in enumerate(frame["client_id"].dropna().unique())}
    other = frame.assign(client_id=frame["client_id"].map(names)).sample(frac=1, random_state=3)
    assert bootstrap(clients_of(other, MONTHS)) == bootstrap(clients_of(frame, MONTHS))


def test_by_hand_what_a_client_is():
    frame = pd.DataFrame(
        [("2017-01", "A"), ("2017-01", "A"), ("2017-03", "A"), ("2017-02", "B"), ("2017-02", "C"), ("2017-03", None), ("2017-09", "B")],
        columns=["month", "client_id"],
    )
    found = clients_of(frame, MONTHS[:3])
    assert found.patterns.tolist() == [[0, 1, 0], [2, 0, 1], [0, 0, 1]]
    assert found.number.tolist() == [2, 1, 1]
    assert found.named.tolist() == [True, True, False]


def test_many_contacts_of_few_clients_make_the_interval_wider_than_single_ones():
    """Each of 60 clients comes eight times in one month, against 480 contacts without a person in the same months."""
    months = np.random.default_rng(5).choice(MONTHS, 60)
    together = pd.DataFrame([(month, f"P{n}") for n, month in enumerate(months) for _ in range(8)], columns=["month", "client_id"])
    apart = together.assign(client_id=pd.Series([None] * len(together), dtype="str"))
    wide, narrow = (np.log(np.divide(*bootstrap(clients_of(frame, MONTHS)).contacts[::-1])) for frame in (together, apart))
    assert wide == pytest.approx(narrow * np.sqrt(8), rel=0.1)


def test_the_interval_covers_the_true_factor_of_clustered_contacts():
    """Truth from one very large year of the same making; 120 years of 120 persons: 95 % to within three standard errors."""
    truth = factors(contact_counts(contacts_of(np.random.default_rng(0), 60_000, 1.08, 0)))[0]
    rng = np.random.default_rng(20171115)
    inside = 0
    for _ in range(120):
        low, high = bootstrap(clients_of(contacts_of(rng, 120, 1.08, 0), MONTHS), draws=199).contacts
        inside += low <= truth <= high
    assert 0.88 <= inside / 120 <= 1


def contact_counts(frame):
    return frame.groupby("month").size().reindex(list(MONTHS)).to_numpy(dtype=float)[None, :]
