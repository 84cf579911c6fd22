import pytest

from wiwak_eval.claims.verdict import Readings, Verdict, overall, untestable

S, Q, N, R = Verdict.SUPPORTED, Verdict.QUALIFIED, Verdict.UNSUPPORTED, Verdict.REFUTED
U, J, P = Verdict.UNTESTABLE, Verdict.JUDGEMENT, Verdict.PROTECTED


def test_there_are_seven_verdicts_in_german():
    assert [verdict.value for verdict in Verdict] == [
        "gestützt",
        "mit Einschränkung gestützt",
        "nicht gestützt",
        "widerlegt",
        "nicht prüfbar",
        "Wertung",
        "wegen Schutz nicht ausgewiesen",
    ]


@pytest.mark.parametrize(
    ("literal", "lenient", "verdict"),
    [
        (S, S, S), (S, N, S), (S, U, S),
        (N, S, Q), (R, S, Q), (U, S, Q),
        (N, N, N), (R, N, N), (N, R, N), (U, N, N), (U, R, N),
        (R, R, R),
        (U, U, U), (N, U, U), (R, U, U),
        (J, J, J), (U, J, J),
        (P, S, P), (S, P, P), (P, P, P), (R, P, P), (P, U, P),
    ],
)  # fmt: skip
def test_two_readings_make_one_verdict(literal, lenient, verdict):
    assert overall(Readings(literal, lenient)) is verdict


def test_data_that_reach_only_so_far_lower_the_best_verdict_and_no_other():
    assert overall(Readings(S, S), at_most=Q) is Q
    assert overall(Readings(R, R), at_most=Q) is R
    assert overall(Readings(P, S), at_most=Q) is P


def test_no_reading_alone_is_qualified():
    for pair in ((Q, N), (S, Q)):
        with pytest.raises(ValueError, match="qualification"):
            Readings(*pair)


def test_what_cannot_be_tested_says_why():
    assert untestable("Darum.") == Readings(U, U, "Darum.")
