"""Releases that the tests make up."""

from datetime import date

from hypothesis import strategies as st

from wiwak_eval.disclosure.disclosed import Disclosed, PublishedCell, PublishedCurve, PublishedRatio
from wiwak_eval.results import ALL, Dimension, Level, Measure, key_of

AUTHORITY = "Landkreis Probe"
ORIGIN = Dimension("origin", "Herkunft", ("Eritrea", "Syrien", "Übrige"), sensitive=True, rest="Übrige")
MONTH = Dimension("month", "Monat", ("2017-01", "2017-02"), unions=(("2017-Q1", ("2017-01", "2017-02")),), time=True)
PERSONS = Measure("persons", "Personen", overlapping=("month",), incomplete=("origin",))
CONTACTS = Measure("contacts", "Beratungen", at_least="persons")
SYRIA, EVERYBODY = key_of({"origin": "Syrien"}), key_of({"origin": ALL})


def release(**changed: object) -> Disclosed:
    """A small public release of a real delivery: one number shown, one hidden, a share and a curve."""
    content: dict[str, object] = {
        "authority": AUTHORITY,
        "level": Level.OEFFENTLICH,
        "version": "a" * 16,
        "period_from": date(2017, 1, 1),
        "period_to": date(2017, 10, 31),
        "dimensions": (ORIGIN, MONTH),
        "measures": (PERSONS, CONTACTS),
        "cells": (
            PublishedCell("origins", "persons", SYRIA, 43, 47),
            PublishedCell("origins", "persons", key_of({"origin": "Eritrea"}), None, None),
            PublishedCell("months", "contacts", key_of({"month": "2017-01"}), 80, 80),
        ),
        "ratios": (PublishedRatio("returning", ("persons", SYRIA), ("persons", EVERYBODY), 0.595, 0.605),),
        "curves": (PublishedCurve("stay", (), (1.0, 0.8), (1.0, 0.85), 40), PublishedCurve("stay", SYRIA, (1.0,), (1.0,), None)),
    }
    return Disclosed(**{**content, **changed})  # type: ignore[arg-type]


_words = st.text(max_size=12)
_floats = st.floats(allow_nan=False, allow_infinity=False)
_counts = st.integers(-(10**12), 10**12)
_keys = st.dictionaries(_words, _words, max_size=3).map(key_of)
_places = st.tuples(_words, _keys)
_steps = st.lists(_floats, max_size=3).map(tuple)
_names = st.lists(_words, max_size=3).map(tuple)


def releases() -> st.SearchStrategy[Disclosed]:
    """Any release: whatever words, numbers and groups it may hold."""
    dimension = st.builds(
        Dimension, _words, _words, _names, st.lists(st.tuples(_words, _names), max_size=2).map(tuple), st.booleans(), st.booleans(), _words
    )
    cell = st.builds(PublishedCell, _words, _words, _keys, st.none() | _counts, st.none() | _counts)
    curve = st.builds(
        PublishedCurve,
        _words,
        _keys,
        st.lists(_floats, max_size=3).map(tuple),
        st.lists(_floats, max_size=3).map(tuple),
        st.none() | _counts,
    )
    return st.builds(
        Disclosed,
        _words,
        st.sampled_from(Level),
        _words,
        st.dates(),
        st.dates(),
        st.lists(dimension, max_size=2).map(tuple),
        st.lists(st.builds(Measure, _words, _words, _names, _names, _words), max_size=2).map(tuple),
        st.lists(cell, max_size=4).map(tuple),
        st.lists(st.builds(PublishedRatio, _words, _places, _places, _floats, _floats), max_size=2).map(tuple),
        st.lists(curve, max_size=2).map(tuple),
        simulated=st.booleans(),
    )
