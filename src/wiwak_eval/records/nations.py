"""Languages by ISO 639 and countries by ISO 3166, with German names (Unicode CLDR, read through babel)."""

from babel import Locale
from babel.core import get_global

from wiwak_eval.records.contract import Code, CodeList

NOT_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
LANGUAGE_WORDS = {
    "fa": ("Farsi",),
    "ku": ("kurdisch",),
    "ckb": ("Sorani",),
    "ps": ("Paschto", "Pashto"),
    "ti": ("Tigrinisch",),
    "so": ("Somalisch",),
    "rom": ("Romanes",),
}
FURTHER_LANGUAGES = (
    Code("prs", "Dari", ("Afghanisches Persisch",)),
    Code("kmr", "Kurmandschi", ("Kurmanci", "Nordkurdisch")),
)
COUNTRY_WORDS = {
    "BY": ("Weißrussland",),
    "CD": ("Demokratische Republik Kongo", "DR Kongo"),
    "CG": ("Kongo", "Republik Kongo"),
    "CI": ("Elfenbeinküste",),
    "CZ": ("Tschechische Republik",),
    "GB": ("Großbritannien",),
    "IR": ("Islamische Republik Iran",),
    "MD": ("Moldau", "Moldawien"),
    "MK": ("Mazedonien",),
    "PS": ("Palästina",),
    "RU": ("Russische Föderation",),
    "SY": ("Arabische Republik Syrien",),
    "US": ("USA",),
}


def _languages() -> CodeList:
    names = {code: name for code, name in Locale("de").languages.items() if code.isalpha()}
    longer: dict[str, list[str]] = {}
    for old, new in get_global("language_aliases").items():
        if new in names and old.isalpha() and old not in names:
            longer.setdefault(new, []).append(old)
    codes = tuple(Code(code, name, (*LANGUAGE_WORDS.get(code, ()), *longer.get(code, ()))) for code, name in sorted(names.items()))
    return CodeList("language", "Sprache (ISO 639)", (*codes, *FURTHER_LANGUAGES))


def _countries() -> CodeList:
    names = {
        code: name for code, name in Locale("de").territories.items() if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES
    }
    longer: dict[str, list[str]] = {}
    for old, new in get_global("territory_aliases").items():
        if len(old) == 3 and old.isalpha() and len(new) == 1:
            longer.setdefault(new[0], []).append(old)
    codes = tuple(Code(code, name, (*COUNTRY_WORDS.get(code, ()), *longer.get(code, ()))) for code, name in sorted(names.items()))
    return CodeList("country", "Staat (ISO 3166)", codes)


LANGUAGE = _languages()
COUNTRY = _countries()
