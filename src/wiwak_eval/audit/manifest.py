"""`manifest.json`: what a run was made of; no time, no path, so that an equal run has an equal manifest."""

import json
from collections.abc import Mapping

from wiwak_eval.audit.environment import MACHINE_FILE, environment
from wiwak_eval.results import NotAssessable
from wiwak_eval.study.home import home
from wiwak_eval.study.kernel import kernel_environment
from wiwak_eval.study.study import Study


def manifest_text(study: Study) -> str:
    """The manifest as JSON."""
    return json.dumps(_manifest(study), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _manifest(study: Study) -> Mapping[str, object]:
    asked, origin = study.parameters, study.provenance
    return {
        "run": study.run_id,
        "package_version": study.mark.version,
        "digests": study.inputs,
        "parameters": {
            "scenario": study.scenario.id,
            "as_of": study.as_of.isoformat(),
            "release": study.level.value,
            "accept_losses": asked.accept_losses,
            "max_rejected": asked.max_rejected,
        },
        "environment": environment(kernel_environment(home())),
        "may_differ": [MACHINE_FILE],
        "delivery": {
            "name": asked.delivery,
            "authority": origin.authority,
            "period": [origin.period_from.isoformat(), origin.period_to.isoformat()],
            "delivered_on": origin.delivered_on.isoformat(),
            "simulated": origin.simulated,
            "mark": origin.mark,
            "rows": [
                dict(zip(("file", "table", "read", "counted", "used", "rejected"), row, strict=True)) for row in study.intake.intake.rows
            ],
            "parts": study.delivery_parts,
        },
        "claims": _claims(study),
        "notices": list(study.mark.notices),
        "assumptions": _log(study),
    }


def _claims(study: Study) -> dict[str, object]:
    """What the public claims were held against, and the verdicts as this release tells them."""
    known, table = study.claim_set, study.released["claims"]
    verdicts = {} if isinstance(table, NotAssessable) else dict(zip(table.column("claim"), table.column("verdict"), strict=True))
    return {"digest": known.digest, "thresholds": known.thresholds, "definitions": known.definitions, "verdicts": verdicts}


def _log(study: Study) -> list[dict[str, str]]:
    """The assumptions behind the tables, as the log table prints them."""
    log = study.released["assumptions_log"]
    if isinstance(log, NotAssessable):
        return []
    names = [column.name for column in log.columns]
    return [{name: str(cell) for name, cell in zip(names, row, strict=True)} for row in log.rows]
