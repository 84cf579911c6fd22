"""The shipped file, and what is said of one that is wrong."""

import re
from pathlib import Path

import pytest

from wiwak_eval.claims import ClaimSet
from wiwak_eval.claims.tables import definitions_table
from wiwak_eval.publication.finding_specs import SPECS
from wiwak_eval.results import GermanError
from wiwak_eval.shipped import shipped
from wiwak_eval.study.claims_file import FILE, read_claims

SHIPPED = (shipped("data") / FILE).read_text(encoding="utf-8")
SMALL = """\
source: Zeitung, Herbst 2017
claims:
  a:
    quote: kurze Wege
    kind: count
    definition: Ob Wege kurz sind.
    thresholds:
      few: {label: Anteil, value: 0.5, unit: share, reason: Mehrheit}
    literal:
      text: Höchstens {few} kamen zu spät.
      all_of:
        - {finding: slip_late_share, at_most: few}
    lenient:
      text: Meist pünktlich.
      judgement: true
    limits: Nicht, wie weit es war.
"""


def read(folder: Path, text: str) -> ClaimSet:
    (folder / FILE).write_text(text, encoding="utf-8")
    return read_claims(folder)


def test_all_thirteen_claims_are_there_with_short_quotes(shipped_claims):
    assert "".join(shipped_claims.claims) == "abcdefghijklm"
    assert all(len(entry.quote.split()) <= 12 for entry in shipped_claims.claims.values())
    assert "eisenachonline.de, Artikel 86405, Herbst 2017" in shipped_claims.source


def test_each_finding_that_a_claim_names_exists(shipped_claims):
    known = {spec.id for spec in SPECS}
    named = {id for entry in shipped_claims.claims.values() for id in (*entry.rests_on, *entry.beside)}
    assert named - known == set()


def test_a_limit_that_decides_is_a_limit_of_its_finding(shipped_claims):
    specs = {spec.id: spec for spec in SPECS}
    limits = [(c.finding, c.limit) for entry in shipped_claims.claims.values() for c in entry.conditions if c.limit]
    assert limits
    assert all(getattr(specs[finding], limit) for finding, limit in limits)


def test_each_threshold_has_a_reason_and_a_value_in_german(shipped_claims):
    entry = shipped_claims.claims["i"]
    assert {name: threshold.words for name, threshold in entry.thresholds.items()} == {"months": "10", "p_value": "0,05", "factor": "1"}
    assert shipped_claims.claims["c"].thresholds["never"].words == "5\u202f%"
    assert all(threshold.reason for entry in shipped_claims.claims.values() for threshold in entry.thresholds.values())
    assert shipped_claims.thresholds["i.p_value"] == "0.05"


def test_readings_print_their_thresholds(shipped_claims, tmp_path):
    entry = read(tmp_path, SMALL).claims["a"]
    assert entry.words(entry.literal) == "Höchstens 50\u202f% kamen zu spät."
    for entry in shipped_claims.claims.values():
        assert not any("{" in entry.words(reading) for reading in entry.readings)


def test_what_is_normative_or_of_the_future_has_no_threshold(shipped_claims):
    for letter in "lm":
        assert not shipped_claims.claims[letter].thresholds
        assert not shipped_claims.claims[letter].rests_on


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    quote: kurze Wege\n", "", "Zeile 3: „claims / a“: Die Angabe „quote“ fehlt."),
        ("    kind: count\n", "    kind: rumour\n", "„claims / a / kind“: „rumour“ ist nicht vorgesehen."),
        ("    limits:", "    limit:", "„claims / a / limit“: Diese Angabe ist nicht vorgesehen."),
        ("value: 0.5,", "value: halb,", "„claims / a / thresholds / few / value“: „halb“ kann hier nicht stehen."),
        ("value: 0.5,", "value: .inf,", "„claims / a / thresholds / few / value“"),
        (", reason: Mehrheit", "", "„claims / a / thresholds / few“: Die Angabe „reason“ fehlt."),
        ("at_most: few", "at_most: none", "„claims / a“: Die Schwelle „none“ fehlt."),
        ("at_most: few", "at_most: few, at_least: few", "genau eine der Angaben"),
        ("at_most: few", "under: few", "Diese Angabe ist nicht vorgesehen."),
        ("Höchstens {few}", "Höchstens {many}", "Die Lesart nennt „many“"),
        ("Höchstens {few}", "Höchstens {few", "Die Lesart nennt"),
        ("      judgement: true\n", "", "Jede Lesart braucht"),
        ("judgement: true\n", "judgement: true\n      untestable: Darum.\n", "Bitte nur eine stehen lassen."),
        ("judgement: true\n", "judgement: true\n      refuted_by:\n        - {finding: x, above: few}\n", "gibt es nur neben „all_of“"),
        ("    limits:", "    test: rising\n    limits:", "Der Test „rising“ braucht genau die Schwellen factor, months, p_value"),
        ("    limits:", "    at_most: widerlegt\n    limits:", "„claims / a / at_most“"),
        ("    limits:", "    evidence: [slips]\n    limits:", "„evidence“ gibt es nur beim Test „rising“"),
        (
            "reason: Mehrheit}\n",
            "reason: M}\n      more: {label: A, value: 1, reason: B}\n",
            "Die Schwelle „more“ wird nirgends verwendet.",
        ),
        ("  a:\n", "  Anfang:\n", "„claims / Anfang“"),
        ("kurze Wege\n", "kurze Wege\n    quote: lange Wege\n", "„quote“ steht doppelt"),
        ("source: Zeitung, Herbst 2017\n", "", "Die Angabe „source“ fehlt."),
        ("few: {", "few: [", "kein gültiges YAML"),
    ],
)
def test_a_mistake_is_named_with_file_claim_and_field(tmp_path, old, new, said):
    assert old in SMALL
    with pytest.raises(GermanError) as error:
        read(tmp_path, SMALL.replace(old, new))
    assert str(error.value).startswith(f"{tmp_path.name}/{FILE}, Zeile ")
    assert said in str(error.value)


def test_no_sentence_names_a_year_that_a_later_delivery_makes_wrong(shipped_claims):
    for entry in shipped_claims.claims.values():
        said = entry.model_dump(mode="json", exclude={"quote"})
        assert re.search(r"20\d\d", str(said)) is None


def test_what_is_not_stamped_and_what_is_too_small_is_said(shipped_claims):
    c, d = (shipped_claims.claims[letter] for letter in "cd")
    assert "gestempelte Stationen" in c.definition
    assert "slip_stamped_share" in c.beside
    assert "Eine Station ohne Stempel ist nicht gezählt" in c.limits
    assert "„Im Rahmen“ kann auch heißen" in d.limits


def test_the_note_names_the_claims_that_a_range_decides(shipped_claims):
    (note,) = [note for note in definitions_table(shipped_claims).notes if "Bereich" in note]
    assert note.endswith("nicht die Grenze ihres 95-%-Bereichs; nur bei h, i und j entscheidet das Ende einer Spanne.")


def test_only_one_claim_may_ask_for_the_rise(tmp_path):
    start = SHIPPED.index("  i:\n")
    again = SHIPPED[start : SHIPPED.index("  j:\n")].replace("  i:\n", "  z:\n", 1)
    with pytest.raises(GermanError, match="Den Test „rising“ kann nur eine Aussage haben"):
        read(tmp_path, SHIPPED + again)


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(GermanError, match=f"{FILE} fehlt oder ist nicht lesbar"):
        read_claims(tmp_path)


def test_a_changed_threshold_changes_the_digest_but_not_the_definition(tmp_path):
    before, after = read(tmp_path, SMALL), read(tmp_path, SMALL.replace("value: 0.5", "value: 0.6"))
    assert before.digest != after.digest
    assert before.definitions == after.definitions
    assert (before.thresholds, after.thresholds) == ({"a.few": "0.5"}, {"a.few": "0.6"})
    reworded = read(tmp_path, SMALL.replace("reason: Mehrheit", "reason: darum"))
    assert reworded.definitions != before.definitions
    assert reworded.thresholds == before.thresholds
