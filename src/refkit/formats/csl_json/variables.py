"""CSL's variables, which are the model's under another spelling."""

from __future__ import annotations

from refkit.model import Entry, NameForm
from refkit.model.base import csl_spelling

VARIABLES = {csl_spelling(name): name for name in Entry.variables()}
#: What CSL 1.0.1 called them; read where an item does not say them by the new name.
OLD_NAMES = {
    "shortTitle": "title-short",
    "journalAbbreviation": "container-title-short",
    "event": "event-title",
}
PARTS = {csl_spelling(name): name for name in NameForm.model_fields}
#: CSL's further variables: they go back to where they stood, all else that a file said of an entry under `custom`.
FURTHER = frozenset(
    """
    archive_collection archive-place authority available-date categories chair citation-key citation-label
    compiler composer contributor curator dimensions director division editor-translator editorial-director
    event executive-producer guest host illustrator interviewer journalAbbreviation jurisdiction medium narrator
    organizer original-author original-publisher original-publisher-place part-number part-title performer
    printing-number producer recipient references reviewed-author reviewed-genre reviewed-title scale
    script-writer section series-creator shortTitle source submitted supplement-number volume-title year-suffix
    """.split()
)
