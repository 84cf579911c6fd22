"""The county's own layout of the council paper lies in the state folder; its faults are told and stop no paper."""

import io
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from budget_paper_samples import YEARS, source
from paper_sample import content

from wiwak_eval.publication.council_paper import FILE, TEMPLATE_FILE
from wiwak_eval.publication.workbook import SHEETS
from wiwak_eval.results import GermanError, NotAssessable
from wiwak_eval.study.council_template import LARGEST, read_template, save_own_template
from wiwak_eval.study.paper_list import readers
from wiwak_eval.study.papers import PaperFolder, build_papers
from wiwak_eval.transfer import Transfer


def built(root: Path, template: bytes | None) -> PaperFolder:
    known = source()
    refused = dict.fromkeys((*SHEETS, *Transfer.__dataclass_fields__), NotAssessable("nicht auswertbar: Probe"))
    told = replace(content(), findings=dict(content().findings) | dict(known.findings), mark=known.mark)
    return build_papers(root, told, {**refused, **known.released}, YEARS, template)


def word(text: str) -> bytes:
    document, buffer = docx.Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(buffer)
    return buffer.getvalue()


def test_the_folder_holds_what_is_announced(tmp_path: Path) -> None:
    papers = built(tmp_path, None)
    assert {path.name for path in papers.folder.iterdir()} == set(readers(YEARS))
    assert [row[0] for row in papers.overview.rows] == list(readers(YEARS))
    assert papers.notice == ""


def test_another_layout_is_another_set_of_papers(tmp_path: Path) -> None:
    template = word("Eigenes Blatt: {{ betreff }}")
    plain, own = built(tmp_path, None), built(tmp_path, template)
    assert plain.folder != own.folder
    assert docx.Document(str(own.folder / FILE)).paragraphs[0].text.startswith("Eigenes Blatt: Willkommenscenter")
    assert built(tmp_path, template).folder == own.folder


def test_a_faulty_layout_is_told_each_time_and_stops_nothing(tmp_path: Path) -> None:
    for _ in range(2):
        papers = built(tmp_path, word("{{ nirgends }}"))
        assert "den Platzhalter „nirgends“ gibt es nicht" in papers.notice
        assert {path.name for path in papers.folder.iterdir()} == set(readers(YEARS))


def test_what_stands_in_the_state_folder_is_read(tmp_path: Path) -> None:
    assert read_template(tmp_path) is None
    (tmp_path / TEMPLATE_FILE).write_bytes(b"x")
    assert read_template(tmp_path) == b"x"
    with (tmp_path / TEMPLATE_FILE).open("wb") as file:
        file.truncate(LARGEST + 1)
    assert read_template(tmp_path) == b""


def test_our_layout_is_written_once(tmp_path: Path) -> None:
    save_own_template(tmp_path / "neu" / TEMPLATE_FILE)
    with pytest.raises(GermanError, match="gibt es schon"):
        save_own_template(tmp_path / "neu" / TEMPLATE_FILE)
    assert built(tmp_path / "papers", (tmp_path / "neu" / TEMPLATE_FILE).read_bytes()).notice == ""
