"""Questions on the integration chain and on staying in the region."""

from wiwak_eval.publication.speaking_notes.question import Question, Refusal, Side, Verdict

QUESTIONS = (
    Question(
        "chain",
        (Side.CONTINUE, Side.DOUBT, Side.LAND),
        "Halten sich die Ämter an die Integrationskette?",
        (
            "{chain_order_share:prozent} der Übergänge liegen in der vereinbarten Reihenfolge (95-%-Bereich {chain_order_share:spanne}).",
            Verdict("f"),
        ),
        Refusal(
            "Ob die Reihenfolge vor der Vereinbarung seltener eingehalten wurde, ist unbekannt.",
            "dieselben Angaben für Menschen, die vorher anerkannt wurden.",
            whole=False,
        ),
        ("chain_order",),
    ),
    Question(
        "staying",
        (Side.CONTINUE, Side.DOUBT, Side.LAND),
        "Bleiben die Menschen in der Region?",
        (
            "Ein halbes Jahr nach dem ersten Kontakt wohnen noch {chain_stay_share:prozent} im Landkreis (95-%-Bereich "
            "{chain_stay_share:spanne}).",
            Verdict("e"),
        ),
        Refusal(
            "Ob sie wegen des Zentrums bleiben, sagen die Daten nicht: Wer bleiben will, geht auch die Schritte der Kette.",
            "Wegzüge anerkannter Flüchtlinge ohne Beratung, gleich erfasst.",
            whole=False,
        ),
        ("residence",),
    ),
)
