from wiwak_eval.evaluation.duration import durations_table
from wiwak_eval.results import NotAssessable, key_of

HEAD = "Beratungs-ID;Datum;Klienten-ID;Kanal;Dauer (Min);Nacharbeit (Min);Erschienen\n"


def contacts(*rows):
    return HEAD + "".join(f"B{n};02.01.2017;{row};ja\n" for n, row in enumerate(rows))


def test_half_the_contacts_of_a_channel_took_at_most_its_median(read):
    spoken = [f"K{n};persönlich;{minutes};10" for n, minutes in enumerate((20, 30, 40, 50, 300))]
    called = [f"K{n};telefonisch;{minutes};" for n, minutes in enumerate((5, 15, 10, 20, 10, 15))]
    table = durations_table(read({"beratungen": contacts(*spoken, *called)}))
    assert table.rows[0] == ("persönlich", 5, 40.0, 10.0)
    assert table.rows[1] == ("telefonisch", 6, 12.5, None)
    assert table.rows[2] == ("aufsuchend", 0, None, None)
    assert {(median.key, median.persons) for median in table.protection.medians if median.row < 2 and median.column == "minutes"} == {
        (key_of({"channel": "persönlich"}), 5),
        (key_of({"channel": "telefonisch"}), 6),
    }


def test_a_median_stands_for_those_who_have_the_value(read):
    """Five contacts, but only one with follow-up: its median is one person's."""
    spoken = [f"K{n};persönlich;30;{235 if n == 0 else ''}" for n in range(12)]
    medians = durations_table(read({"beratungen": contacts(*spoken)})).protection.medians
    assert {(one.column, one.persons) for one in medians if one.row == 0} == {("minutes", 12), ("follow_up", 1)}


def test_too_few_durations_are_refused(read):
    assert durations_table(read({"beratungen": contacts("K1;persönlich;20;10")})) == NotAssessable(
        "nicht auswertbar: Kanal und Dauer sind bei zu wenigen Beratungen erfasst."
    )
