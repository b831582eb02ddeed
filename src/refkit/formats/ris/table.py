"""The two-way table of RIS and CSL: types, and which tag holds which variable in each of them."""

from __future__ import annotations

#: RIS type -> CSL type; the first RIS type of a CSL type is written.
TYPES = {
    "JOUR": "article-journal", "EJOUR": "article-journal", "ABST": "article-journal", "INPR": "article-journal",
    "MGZN": "article-magazine", "NEWS": "article-newspaper", "BOOK": "book", "EBOOK": "book", "EDBOOK": "book", "SER": "book",
    "CHAP": "chapter", "ECHAP": "chapter", "CPAPER": "paper-conference", "CONF": "paper-conference", "THES": "thesis",
    "RPRT": "report", "GOVDOC": "report", "ELEC": "webpage", "WEB": "webpage", "BLOG": "post-weblog", "ICOMM": "post",
    "ENCYC": "entry-encyclopedia", "DICT": "entry-dictionary", "UNPB": "manuscript", "MANSCPT": "manuscript", "ANCIENT": "classic",
    "CLSWK": "classic", "PAMP": "pamphlet", "PAT": "patent", "DATA": "dataset", "AGGR": "dataset", "DBASE": "dataset", "COMP": "software",
    "SOUND": "song", "MUSIC": "musical_score", "MPCT": "motion_picture", "VIDEO": "motion_picture", "ADVS": "motion_picture",
    "ART": "graphic", "FIGURE": "figure", "CHART": "figure", "MAP": "map", "CASE": "legal_case", "STAT": "legislation",
    "LEGAL": "regulation", "BILL": "bill", "HEAR": "hearing", "PCOMM": "personal_communication", "SLIDE": "speech",
    "STAND": "standard", "JFULL": "periodical", "CTLG": "collection", "GEN": "document",
}  # fmt: skip
RIS_TYPES = {csl: ris for ris, csl in reversed(TYPES.items())}
#: Tag -> variable. A type may have its own: T2 of a book is its series. The first tag of a variable is written.
TAGS = {
    "AU": "author", "A1": "author", "A2": "editor", "ED": "editor", "A3": "collection_editor", "A4": "translator",
    "TI": "title", "T1": "title", "ST": "title_short", "OP": "original_title", "T2": "container_title", "JO": "container_title",
    "JF": "container_title", "BT": "container_title", "T2@BOOK": "collection_title", "T3": "collection_title",
    "J2": "container_title_short", "JA": "container_title_short",
    "VL": "volume", "IS": "issue", "IS@RPRT": "number", "IS@STAND": "number", "IS@PAT": "number", "M1": "number", "SE": "chapter_number",
    "NV": "number_of_volumes", "ET": "edition", "PY": "issued", "Y1": "issued", "DA": "issued", "Y2": "accessed",
    "PB": "publisher", "CY": "publisher_place", "PP": "publisher_place", "M3": "genre", "UR": "URL", "DO": "DOI", "N1": "note",
    "RN": "annote", "AB": "abstract", "N2": "abstract", "KW": "keyword", "CN": "call_number", "DB": "archive",
    "AN": "archive_location",
}  # fmt: skip


def variable_of(tag: str, kind: str) -> str | None:
    return TAGS.get(f"{tag}@{kind}") or TAGS.get(tag)
