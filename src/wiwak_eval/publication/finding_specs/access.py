"""Findings on whom the centre reaches."""

from wiwak_eval.publication.finding_specs.spec import Spec
from wiwak_eval.results import Unit

_RECOGNISED = "anerkannt"

SPECS = (
    Spec("recognised_residents", "Anerkannte Flüchtlinge im Landkreis", "access_figures", "county", "eligible", Unit.PERSONS),
    Spec("recognised_reached", "Beratene anerkannte Flüchtlinge", "access_figures", "county", "reached", Unit.PERSONS),
    Spec("reached_share", "Beratene je anerkanntem Flüchtling, letzter Stand", "access_figures", "county", "reached_share", Unit.SHARE),
    Spec("reached_share_mean", "Beratene je anerkanntem Flüchtling, Monatsmittel", "access_figures", "county", "mean_share", Unit.SHARE),
    Spec("recognised_persons_share", "Anerkannte unter den Beratenen", "eligibility", _RECOGNISED, "persons_share", Unit.SHARE),
    Spec("recognised_contacts_share", "Beratungen Anerkannter", "eligibility", _RECOGNISED, "contacts_share", Unit.SHARE),
    Spec("other_titles_persons", "Beratene ohne Anerkennung", "eligibility", "nicht anerkannt", "persons", Unit.PERSONS),
)
