"""The words that citations are made of, Arabic and English, in one place.

`terms` has them as people write them, `patterns` makes regular expressions for `text.Shadow` of them, so that one spelling
covers its variants (الطبعة, الطبعه, اَلطبعة). `headings` knows how lists begin. `tables` reads the three tables
of data: `lexicon.tsv` (Arabic title words and their English translations), `places.tsv`, `given-names.tsv`.
"""

from refkit.vocabulary.headings import HeadingKind, bare_heading, heading_kind
from refkit.vocabulary.patterns import citation_cues, find, finder, may_have, points_back
from refkit.vocabulary.tables import Place, english_words, given_names, place, singular, translations

__all__ = [
    "HeadingKind",
    "Place",
    "bare_heading",
    "citation_cues",
    "english_words",
    "find",
    "finder",
    "given_names",
    "heading_kind",
    "may_have",
    "place",
    "points_back",
    "singular",
    "translations",
]
