"""The papers for the data protection officer: the law of the day, every count, nothing invented, nothing that tells on people."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.privacy_facts import AttackCounts, Attribute, FormerRelease, PrivacyFacts, StaffTable, TableCounts
from wiwak_eval.publication.privacy_forms import regime
from wiwak_eval.publication.privacy_kit import PAPERS, TEMPLATES, internal_release_report, privacy_kit
from wiwak_eval.publication.privacy_law import PROVISIONS, READ, UNCHECKED, Use, provisions
from wiwak_eval.publication.privacy_texts import ATTACKS
from wiwak_eval.results import SIMULATED_MARK, Level, Provenance

DRAFTS = ("verzeichnis_verarbeitung.md", "folgenabschaetzung.md", "unterrichtung_personalrat.md", "aufbewahrung.md")
OLD_DAY, NEW_DAY = date(2018, 5, 24), date(2018, 5, 25)


def facts(level: Level = Level.OEFFENTLICH, simulated: bool = False, **changed: object) -> PrivacyFacts:
    """Facts of a made-up run, each count a number that stands nowhere else."""
    origin = Provenance("Landkreis Probe", date(2017, 1, 1), date(2017, 10, 31), date(2017, 11, 15), simulated)
    content: dict[str, object] = {
        "mark": RunMark("0.1.0", "ab12cd34ef56", "Basis", date(2017, 11, 15), level, origin),
        "processed_on": date(2017, 11, 20),
        "legal_basis": "Kreistagsbeschluss vom 3. März 2016",
        "retain_until": date(2019, 12, 31),
        "attributes": (Attribute("Gemeinde", False), Attribute("Herkunft", True)),
        "rules": (("Schwelle Öffentlichkeit", "10 Personen oder Haushalte", "docs/methoden.md, Geheimhaltung", "Hausregel"),),
        "tables": (TableCounts("Personen nach Herkunft", 41, 42, 43, 44), TableCounts("Beratungen nach Anliegen", 1041, 0, 47, 48)),
        "attacks": (AttackCounts("bounds", 61, 62, 63, 0), AttackCounts("difference", 71, 72, 73, 0), AttackCounts("curve", 0, 0, 0, 0)),
        "former": (FormerRelease(7, Level.GREMIUM, date(2016, 2, 1), date(2016, 12, 31)),),
        "staff": (StaffTable("Stellenplan", Level.OEFFENTLICH), StaffTable("Verspätungen je Amt", Level.INTERN)),
    }
    return PrivacyFacts(**{**content, **changed})  # type: ignore[arg-type]


def rows(text: str, heading: str) -> list[list[str]]:
    """Cells of the first table behind a heading, without its head."""
    lines = text.partition(f"## {heading}\n")[2].partition("\n## ")[0].splitlines()
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines if line.startswith("|")]
    return cells[2:]


def everything(given: PrivacyFacts) -> dict[str, str]:
    return {**privacy_kit(given), "intern": internal_release_report(given)}


def test_each_paper_is_there_and_says_what_run_it_belongs_to() -> None:
    papers = privacy_kit(facts())
    assert tuple(papers) == PAPERS
    for text in everything(facts()).values():
        assert text.startswith("# ")
        for words in ("Landkreis Probe", "01.01.2017 bis 31.10.2017", "15.11.2017", "ab12cd34ef56", "öffentlich", "20.11.2017"):
            assert words in text


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("day", [OLD_DAY, NEW_DAY, date(2019, 3, 1)])
def test_drafts_are_labelled_and_nothing_of_a_template_is_left(level: Level, day: date) -> None:
    papers = everything(facts(level, processed_on=day))
    assert {name for name, text in papers.items() if "**Entwurf**" in text} == set(DRAFTS)
    for text in papers.values():
        assert not re.search(r"{{|}}|{%|%}|{#|None|True|False|Undefined|<bound|Level\.", text)
        assert "\n\n\n" not in text
        assert text.endswith("\n")


def test_each_table_is_as_wide_as_its_head() -> None:
    for text in everything(facts()).values():
        for block in text.split("\n\n"):
            lines = [line for line in block.splitlines() if line.startswith("|")]
            assert len({len(re.findall(r"(?<!\\)\|", line)) for line in lines}) <= 1


def test_templates_hold_no_number() -> None:
    """A number comes from the run, a paragraph from the list of provisions."""
    for template in TEMPLATES.glob("*.j2"):
        prose = re.sub(r"{[{%].*?[%}]}", "", template.read_text(encoding="utf-8"))
        assert not re.findall(r"\d", prose), template.name


@pytest.mark.parametrize("simulated", [True, False])
def test_simulated_data_are_marked_on_top_and_bottom_of_each_paper(simulated: bool) -> None:
    for text in everything(facts(simulated=simulated)).values():
        assert text.count(SIMULATED_MARK) == (2 if simulated else 0)
        if simulated:
            first = text.splitlines()[2]
            assert first == text.splitlines()[-1] == f"**{SIMULATED_MARK}**"


def test_a_missing_legal_basis_is_asked_for() -> None:
    for text in everything(facts(legal_basis=None)).values():
        assert "Rechtsgrundlage: in der Lieferung nicht angegeben – bitte eintragen" in text
    for text in everything(facts()).values():
        assert "Rechtsgrundlage: Kreistagsbeschluss vom 3. März 2016" in text
        assert "nicht angegeben" not in text


def test_a_missing_date_of_deletion_is_asked_for() -> None:
    text = privacy_kit(facts(retain_until=None))["aufbewahrung.md"]
    assert "Aufzubewahren bis: in der Lieferung nicht angegeben – bitte eintragen" in text
    assert "Aufzubewahren bis: 31.12.2019" in privacy_kit(facts())["aufbewahrung.md"]


def test_the_law_is_that_of_the_day_of_processing() -> None:
    before, after = (privacy_kit(facts(processed_on=day)) for day in (OLD_DAY, NEW_DAY))
    assert before["verzeichnis_verarbeitung.md"].startswith("# Verfahrensverzeichnis\n")
    assert after["verzeichnis_verarbeitung.md"].startswith("# Verzeichnis von Verarbeitungstätigkeiten\n")
    assert before["folgenabschaetzung.md"].startswith("# Vorabkontrolle\n")
    assert after["folgenabschaetzung.md"].startswith("# Datenschutz-Folgenabschätzung\n")
    for text in before.values():
        assert "DSGVO" not in text
    assert "§ 10 ThürDSG" in before["verzeichnis_verarbeitung.md"]
    assert "BDSG (alt)" in before["verzeichnis_verarbeitung.md"]
    assert "Vorabkontrolle" not in after["folgenabschaetzung.md"]
    for text in after.values():
        assert "BDSG (alt)" not in text
        assert "§ 10 " not in text
    assert "Art. 30 Abs. 1 DSGVO" in after["verzeichnis_verarbeitung.md"]
    assert "Art. 35 Abs. 7 DSGVO" in after["folgenabschaetzung.md"]


@given(day=st.dates(date(2016, 1, 1), date(2022, 1, 1)))
def test_on_any_day_there_is_law_for_each_use_and_never_old_beside_new(day: date) -> None:
    for use in Use:
        assert provisions(day, use)
    cited = {one.norm for one in provisions(day)}
    assert any("Art. " in norm for norm in cited) == (day >= NEW_DAY)
    assert any("BDSG" in norm for norm in cited) == (day < NEW_DAY)
    assert any("vom 6. Juni 2018" in norm for norm in cited) == (day >= date(2018, 6, 15))
    assert regime(day).record == ("Verzeichnis von Verarbeitungstätigkeiten" if day >= NEW_DAY else "Verfahrensverzeichnis")


def test_nothing_counts_as_read_that_names_no_page() -> None:
    assert {one.status for one in PROVISIONS if not one.source} == {UNCHECKED}
    assert {one.status for one in PROVISIONS if one.source} == {READ}
    unread = {one.norm for one in PROVISIONS if not one.source}
    assert {"§ 4g Abs. 2, § 18 Abs. 2 BDSG (alt)", "§ 35 SGB I, §§ 67, 67c, 75, 78 SGB X", "Art. 36 DSGVO"} <= unread


@pytest.mark.parametrize("day", [OLD_DAY, NEW_DAY, date(2019, 3, 1)])
def test_each_cited_provision_stands_with_source_and_status(day: date) -> None:
    found = rows(privacy_kit(facts(processed_on=day))["regeln.md"], "Herangezogene Vorschriften")
    assert found == [[one.norm, one.says, one.source or "–", one.status] for one in provisions(day)]


def test_rules_stand_as_they_were_given() -> None:
    assert rows(privacy_kit(facts())["regeln.md"], "Regeln dieses Laufs") == [list(facts().rules[0])]


def test_what_was_hidden_is_counted_by_table_and_in_all() -> None:
    found = rows(privacy_kit(facts())["freigabebericht.md"], "Was verdeckt ist und warum")
    assert found == [
        ["Personen nach Herkunft", "83", "43", "44"],
        ["Beratungen nach Anliegen", "1.041", "47", "48"],
        ["zusammen", "1.124", "90", "92"],
    ]


def test_the_internal_report_counts_primary_and_secondary_and_all_attacks() -> None:
    text = internal_release_report(facts())
    found = rows(text, "Was verdeckt ist und warum")
    assert found[0] == ["Personen nach Herkunft", "41", "42", "43", "44"]
    assert found[-1] == ["zusammen", "1.082", "42", "90", "92"]
    attacks = rows(text, "Was der Angreifer versucht und gefunden hat")
    assert attacks[0] == [ATTACKS["bounds"].label, "61", "62", "63", "0"]
    assert attacks[1] == [ATTACKS["difference"].label, "71", "72", "73", "0"]
    assert "**Nicht weitergeben.**" in text


def test_papers_that_travel_do_not_say_how_many_hidden_numbers_are_small() -> None:
    """Two runs that hide as much, one for small groups and one to protect them, have the same papers."""
    small, around = TableCounts("Personen nach Herkunft", 6, 1, 0, 0), TableCounts("Personen nach Herkunft", 2, 5, 0, 0)
    many, few = (AttackCounts("bounds", tried, won, tried, 0) for tried, won in ((6, 5), (2, 1)))
    first, second = facts(tables=(small,), attacks=(many,)), facts(tables=(around,), attacks=(few,))
    assert privacy_kit(first) == privacy_kit(second)
    assert internal_release_report(first) != internal_release_report(second)
    assert "Nicht weitergeben" not in privacy_kit(first)["freigabebericht.md"]


def test_attacks_are_named_and_success_is_not_hushed_up() -> None:
    text = privacy_kit(facts())["freigabebericht.md"]
    found = rows(text, "Was der Angreifer versucht und gefunden hat")
    kinds = ("bounds", "difference", "curve")
    assert found == [[ATTACKS[kind].label, "kein Anlass" if kind == "curve" else "ja", "0"] for kind in kinds]
    assert "Kein Angriff gelang." in text
    beaten = privacy_kit(facts(attacks=(AttackCounts("insider", 3, 3, 3, 2),)))
    for name in ("freigabebericht.md", "folgenabschaetzung.md"):
        assert "Es gelangen Angriffe." in beaten[name]
        assert "Kein Angriff gelang" not in beaten[name]
        assert "fand keinen Weg" not in beaten[name]
    none = privacy_kit(facts(attacks=()))
    assert "Kein Angriff gelang" not in none["freigabebericht.md"]
    assert "fand keinen Weg" not in none["folgenabschaetzung.md"]


def test_a_kind_of_attack_without_words_is_named_all_the_same() -> None:
    assert "| neuartig |" in privacy_kit(facts(attacks=(AttackCounts("neuartig", 1, 1, 1, 0),)))["freigabebericht.md"]


def test_former_releases_are_named_by_line_level_and_period() -> None:
    found = rows(privacy_kit(facts())["freigabebericht.md"], "Frühere Freigaben")
    assert found == [["7", "nicht öffentlich – nur für das Gremium", "01.02.2016 bis 31.12.2016"]]
    assert "stand keine frühere Freigabe" in privacy_kit(facts(former=()))["freigabebericht.md"]


@pytest.mark.parametrize(
    ("level", "said", "silent"),
    [(Level.OEFFENTLICH, "Runden allein", "internen Fassung stehen"), (Level.INTERN, "internen Fassung stehen", "Runden allein")],
)
def test_what_remains_a_risk_depends_on_the_run(level: Level, said: str, silent: str) -> None:
    given = facts(level, notes=("Die Annahme „niemand ging“ trug nicht.",))
    for name in ("freigabebericht.md", "folgenabschaetzung.md"):
        risks = privacy_kit(given)[name].partition("## Was an Risiko bleibt")[2]
        assert "* Die Annahme „niemand ging“ trug nicht." in risks
        assert said in risks
        assert silent not in risks


def test_the_staff_council_reads_which_tables_speak_of_posts_and_who_sees_them() -> None:
    text = privacy_kit(facts())["unterrichtung_personalrat.md"]
    found = rows(text, "Welche Tabellen von Stellen oder Ämtern sprechen")
    assert found == [["Stellenplan", "alle"], ["Verspätungen je Amt", "nur Fachdienst"]]
    assert "Leistung und Verhalten einzelner Beschäftigter werden nicht beurteilt." in text
    assert "Personalvertretungsgesetz" in text
    assert "spricht keine Tabelle" in privacy_kit(facts(staff=()))["unterrichtung_personalrat.md"]


def test_the_record_names_what_is_processed() -> None:
    text = privacy_kit(facts())["verzeichnis_verarbeitung.md"]
    assert "ausgewertete Merkmale: Gemeinde, Herkunft; darunter besonders schutzwürdig: Herkunft" in text
    assert "aufzubewahren bis: 31.12.2019" in text
    assert (
        "darunter besonders schutzwürdig: keine"
        in privacy_kit(facts(attributes=(Attribute("Gemeinde", False),)))["verzeichnis_verarbeitung.md"]
    )


def test_it_says_that_the_ledger_stays_and_why() -> None:
    kept = dict(rows(privacy_kit(facts())["aufbewahrung.md"], "Was bleibt und warum"))
    assert "spätere Freigabe" in kept["Freigabebuch"]
    assert "keine einzelnen Zeilen" in kept["Freigabebuch"]


HOSTILE = "A|B *x* `y` <script>\n# [z](http://a) \\ _u_"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda given, words: replace(given, legal_basis=words),
        lambda given, words: replace(given, rules=((words, words, words, words),)),
        lambda given, words: replace(given, tables=(replace(given.tables[0], title=words),)),
        lambda given, words: replace(given, staff=(StaffTable(words, Level.INTERN),)),
        lambda given, words: replace(given, attributes=(Attribute(words, True),)),
        lambda given, words: replace(given, notes=(words,)),
        lambda given, words: replace(given, mark=replace(given.mark, provenance=replace(given.mark.provenance, authority=words))),
    ],
)
def test_words_of_a_delivery_stay_words(spoil: Callable[[PrivacyFacts, str], PrivacyFacts]) -> None:
    """No cell is torn, no heading, link or element appears that a delivery wrote."""
    clean, spoiled = everything(spoil(facts(), "Wort")), everything(spoil(facts(), HOSTILE))
    escaped = r"A\|B \*x\* \`y\` \<script\> \# \[z\](http://a) \\ \_u\_"
    for name, text in spoiled.items():
        assert text.replace(escaped, "Wort") == clean[name]
    assert any(escaped in text for text in spoiled.values())


def test_the_same_facts_give_the_same_text() -> None:
    assert privacy_kit(facts()) == privacy_kit(facts())
    assert internal_release_report(facts()) == internal_release_report(facts())
