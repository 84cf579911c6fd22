"""What the council paper is called, for those who look for it without making it."""

FILE, READER = "beschlussvorlage.docx", "Beschlussvorlage für den Kreistag (Entwurf; was ein Mensch ausfüllen muss, ist markiert)"
TEMPLATE_FILE = "vorlage_beschluss.docx"
"""The county's own layout, in the state folder."""
