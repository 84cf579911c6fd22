"""A second opinion on PDF/A: the validator that comes with pikepdf, which approves only what it knows."""

import io
import re

import pikepdf.pdfa

# What the validator says that it does not know, or does not allow although ISO 19005-2 does: extension schemas of XMP, level A instead of
# B, destinations that stand in an object of their own, sets of signs, patterns.
LIMITS = (
    r"/CIDSet on a CIDFontType2 subset is not checked",
    r"XMP namespace (xmpTPg|pdfaExtension|pdfaSchema|pdfaProperty)=\S+ is not permitted",
    r"XMP property (pdfaExtension:schemas|pdfuaid:part|xmpTPg:NPages) is not permitted",
    r"structured XMP property xmpMM:History is not checked",
    r"pdfaid:conformance is 'A', expected 'B'",
    r"\((LinkAnnot|OutlineItem)\) /Dest: '\d+ 0 R' is not valid",
    r"pattern colour is not supported|scn with a pattern|patterns are not supported",
)


def objections(paper: bytes) -> list[str]:
    """What the validator finds besides its own limits."""
    found = [str(one) for one in pikepdf.pdfa.validate_written(io.BytesIO(paper), "2b").findings]
    assert found
    return [words for words in found if not any(re.search(limit, words) for limit in LIMITS)]


def test_the_validator_objects_to_nothing_else(report: bytes, factsheet: bytes) -> None:
    assert objections(report) == []
    assert objections(factsheet) == []


def test_the_validator_objects_to_a_font_that_is_left_out(factsheet: bytes) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(factsheet)) as pdf:
        font = next(iter(pdf.pages[0].Resources.Font.values()))
        del font.DescendantFonts[0].FontDescriptor["/FontFile2"]
        pdf.save(out, fix_metadata_version=False)
    assert objections(out.getvalue())
