"""What a notebook holds: the results of a delivery, let out through the door, and the papers made of them."""

import hashlib
import os
from collections.abc import Mapping
from functools import cached_property

from wiwak_eval import __version__
from wiwak_eval.assumptions import county_record
from wiwak_eval.assumptions.unproven import Verification
from wiwak_eval.disclosure.staff import staff_view
from wiwak_eval.publication.chapters import build_content
from wiwak_eval.publication.content import Content, RunMark
from wiwak_eval.publication.findings import collect_findings
from wiwak_eval.publication.phrases import MISSING_WORDS
from wiwak_eval.publication.speaking_notes import speaking_notes_table
from wiwak_eval.publication.texts import spoken_text
from wiwak_eval.results import Finding, NotAssessable, ReleasedTable, Table
from wiwak_eval.study import digests
from wiwak_eval.study.claim_numbers import claim_numbers
from wiwak_eval.study.claims_release import FROM_PRINT, released_claims
from wiwak_eval.study.council_template import read_template
from wiwak_eval.study.guarded import Guarded
from wiwak_eval.study.home import home
from wiwak_eval.study.kernel import ACCEPT_VARIABLE, LIMIT_VARIABLE
from wiwak_eval.study.marking import marked
from wiwak_eval.study.opened import MAX_REJECTED, Parameters
from wiwak_eval.study.paper_tables import PaperFolder, findings_table, overview_table
from wiwak_eval.study.show import introduce, introduction, say, show

Released = ReleasedTable | NotAssessable
STAFF_ONLY = NotAssessable("Diese Tabelle zeigt, was einzelne Stellen oder Ämter tun; sie wird in dieser Freigabestufe nicht ausgegeben.")
"""Stands in a notebook for a table about posts or offices that has no coarser one in its place."""


class Study(Guarded):
    """See `Computed` for the results, `Guarded` for the door; what is here has passed it."""

    _sign_explained_at: str | None = None
    """The text below which this notebook says what the sign of unverified assumptions means: the first that has it."""

    @cached_property
    def released(self) -> Mapping[str, Released]:
        """Every table as the release level lets it out."""
        shown = staff_view(self.tables, self.level, self.settings)
        found = {name: self._released(table) for name, table in shown.items()}
        claimed = released_claims(found, self.tables, self.claims, self.claim_set, self.door, self.years)
        return {name: self._marked(table) for name, table in claimed.items()}

    @cached_property
    def findings(self) -> Mapping[str, Finding]:
        """The numbers that sentences may use."""
        return collect_findings(self.released, self.years)

    @cached_property
    def run_id(self) -> str:
        """First 12 hexadecimal digits of the digest of delivery, parameters, package and lock."""
        asked = self.parameters
        parameters = [asked.scenario, self.as_of.isoformat(), self.level.value, asked.accept_losses, asked.max_rejected]
        return digests.of_mapping(self.inputs | {"parameters": parameters})[:12]

    @property
    def county_values(self) -> str:
        """The county's own values as this run knew them, as a file that can stand as `annahmen.yaml` again; empty where there are none."""
        return county_record(self.assumptions.catalogue, self.as_of)

    @cached_property
    def council_template(self) -> bytes | None:
        """The county's own layout of the council paper, from the state folder."""
        return read_template(home())

    @property
    def inputs(self) -> dict[str, str]:
        """Digests of all a run depends on but its parameters."""
        return {
            "delivery": self._delivery_digest,
            "name": self.parameters.delivery,
            "package": digests.of_package(),
            "shipped": digests.of_shipped_inputs(),
            "lock": digests.of_lock(),
            "forecast_book": self.book.digest,
            "release_ledger": self.former.digest,
            "settings": self._settings_digest,
            "claims": self.claim_set.digest,
            "council_template": hashlib.sha256(self.council_template or b"").hexdigest(),
            "county_values": digests.of_text(self.county_values),
        }

    @cached_property
    def mark(self) -> RunMark:
        """What stands on every page."""
        notices = tuple(notice for notice in (self._level_notice, self.intake.losses) if notice)
        return RunMark(__version__, self.run_id, self.scenario.label, self.as_of, self.level, self.provenance, notices, self.facts.licence)

    @cached_property
    def content(self) -> Content:
        """What the papers say."""
        return build_content(self.released, self.findings, self.mark, self.years)

    @cached_property
    def papers(self) -> PaperFolder:
        """The papers, built once and kept."""
        from wiwak_eval.study.papers import build_papers

        papers = build_papers(home() / "papers", self.content, self.released, self.years, self.council_template)
        self.note(papers.folder)
        return papers

    @property
    def papers_overview(self) -> ReleasedTable:
        """The list of papers, without building them."""
        return overview_table(self.content, self.years)

    @property
    def key_figures(self) -> ReleasedTable:
        """All findings as a table of German text."""
        return findings_table(self.content)

    @property
    def speaking_notes(self) -> ReleasedTable:
        """What each side of the council asks, and the answers, as a table of German text."""
        return speaking_notes_table(self.content.answers, self.mark)

    @property
    def claim_numbers(self) -> ReleasedTable:
        """The findings behind each verdict, as printed."""
        return claim_numbers(self.claims.judged, self.findings, self.mark)

    @property
    def introduction(self) -> tuple[str, ...]:
        """The lines of `introduce`."""
        return introduction(self.mark)

    def introduce(self) -> None:
        """Print what this study looks at: delivery, period, as-of date, scenario, release level, simulated or not."""
        introduce(self.introduction)

    def show(self, item: Table | Released, chart: str | None = None) -> None:
        """Print a table as it is released, with a picture of it where a chart is named.

        A table about single posts or offices is printed only where these may be seen, else the one that stands in its place, or a refusal;
        verdicts as the release's own numbers allow them.
        """
        show(self.visible(item), chart)

    def visible(self, item: Table | Released) -> Released:
        """What `show` prints of a table."""
        if not isinstance(item, Table):
            return item
        own = item.staff or item.id in FROM_PRINT
        return self.released.get(item.id, STAFF_ONLY) if own else self._released(item)

    def say(self, text: str) -> None:
        """Print one of the sentences of `publication.texts` with this study's numbers."""
        explain = self._sign_explained_at in {None, text}
        if say(self.spoken(text), explain) and explain:
            self._sign_explained_at = text

    def spoken(self, text: str) -> str:
        """The sentences of `say`; where no number is known, that."""
        return spoken_text(text, self.findings, self.years) or MISSING_WORDS

    def _released(self, table: Table | NotAssessable) -> Released:
        return table if isinstance(table, NotAssessable) else self._marked(self.door.release(table))

    @cached_property
    def _verified(self) -> Verification:
        return Verification(self.assumptions)

    def _marked(self, table: Released) -> Released:
        """A table that rests on unverified assumptions says so."""
        if isinstance(table, NotAssessable):
            return table
        return marked(table, self._verified, self.looked_up_for(table.id), self.forecast_behind(table.id))


def open_study(delivery: str = "pilot", scenario: str = "basis", as_of: str = "", release: str = "oeffentlich") -> Study:
    """Open a delivery for evaluation: what the first cell of every notebook calls. Raises GermanError for what it cannot open."""
    accept = os.environ.get(ACCEPT_VARIABLE) == "1"
    limit = float(os.environ.get(LIMIT_VARIABLE, MAX_REJECTED))
    return Study(Parameters(delivery, scenario, as_of, release, accept, limit))
