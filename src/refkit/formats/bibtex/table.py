"""The two-way table of BibTeX and CSL: entry types, and which field holds which variable in each of them.

Types and fields follow biblatex's data model (blx-dm.def 3.18); what pandoc reads and Better BibTeX writes was the
guide where it leaves a choice.
"""

from __future__ import annotations

from functools import cache

#: BibTeX entry type -> CSL type, for reading; the first BibTeX type of a CSL type is the one that biblatex is given.
TYPES = {
    "article": "article-journal", "suppperiodical": "article-journal", "periodical": "periodical",
    "book": "book", "mvbook": "book", "collection": "book", "mvcollection": "book", "reference": "book",
    "mvreference": "book", "proceedings": "book", "mvproceedings": "book", "manual": "book",
    "incollection": "chapter", "inbook": "chapter", "bookinbook": "chapter", "suppbook": "chapter", "suppcollection": "chapter",
    "inreference": "entry-encyclopedia",
    "inproceedings": "paper-conference", "conference": "paper-conference",
    "thesis": "thesis", "phdthesis": "thesis", "mastersthesis": "thesis",
    "report": "report", "techreport": "report",
    "online": "webpage", "electronic": "webpage", "www": "webpage", "webpage": "webpage",
    "unpublished": "manuscript", "booklet": "pamphlet", "patent": "patent", "dataset": "dataset", "software": "software",
    "audio": "song", "music": "song", "movie": "motion_picture", "video": "motion_picture",
    "artwork": "graphic", "image": "graphic", "jurisdiction": "legal_case", "legislation": "legislation", "legal": "treaty",
    "letter": "personal_communication", "performance": "performance", "review": "review", "standard": "standard",
    "misc": "document",
}  # fmt: skip
#: Types that are another one with something said: of a thesis or a report, what it is.
CANONICAL = {"phdthesis": "thesis", "mastersthesis": "thesis", "techreport": "report", "conference": "inproceedings"}
CANONICAL |= dict.fromkeys(("electronic", "www", "webpage"), "online")
#: CSL types without a BibTeX type of their own: the one that they are nearest to; `entrysubtype` tells them apart.
NEAREST = {
    "article-magazine": "article", "article-newspaper": "article", "entry": "inreference", "entry-dictionary": "inreference",
    "post": "online", "post-weblog": "online", "speech": "unpublished", "bill": "legislation", "regulation": "legislation",
    "hearing": "legislation", "broadcast": "movie", "map": "artwork", "figure": "artwork", "musical_score": "audio",
    "review-book": "review", "classic": "book", "interview": "misc",
}  # fmt: skip
_BEST = {csl: kind for kind, csl in reversed(TYPES.items()) if kind not in CANONICAL} | NEAREST
#: What biblatex and pandoc call the kinds of articles.
SUBTYPES = {"article-magazine": "magazine", "article-newspaper": "newspaper"}
#: Types between which the variables of an entry decide, or the profile: which of them a file has says nothing more.
INTERCHANGEABLE = frozenset("book collection inbook incollection report misc online".split())
#: What classic BibTeX styles know; a thesis is divided by what it is.
CLASSIC = {
    "article": "article", "periodical": "misc", "book": "book", "collection": "book", "manual": "manual", "incollection": "incollection",
    "inbook": "incollection", "inreference": "incollection", "inproceedings": "inproceedings", "thesis": "phdthesis",
    "report": "techreport", "unpublished": "unpublished", "booklet": "booklet", "proceedings": "proceedings",
}  # fmt: skip

#: CSL 1.0.2's types that `entrysubtype` may name.
CSL_TYPES = frozenset((*TYPES.values(), *NEAREST, "article", "collection", "event", "chapter", "performance"))

#: Variable -> its field, in the order of writing. An entry type may have its own: `publisher@thesis`.
FIELDS = {
    "author": "author", "editor": "editor", "translator": "translator", "container_author": "bookauthor",
    "title": "title", "title_short": "shorttitle", "original_title": "origtitle",
    "container_title": "booktitle", "container_title@article": "journaltitle", "container_title@review": "journaltitle",
    "container_title_short": "shortjournal", "collection_title": "series",
    "volume": "volume", "number_of_volumes": "volumes", "issue@article": "number", "issue@review": "number",
    "issue@periodical": "number",
    "number": "number", "collection_number": "number", "chapter_number": "chapter", "edition": "edition", "version": "version",
    "page": "pages", "number_of_pages": "pagetotal", "genre": "type", "status": "pubstate",
    "publisher": "publisher", "publisher@thesis": "institution", "publisher@report": "institution",
    "publisher@online": "organization", "publisher@misc": "organization", "publisher@software": "organization",
    "publisher@dataset": "organization", "publisher@manual": "organization",
    "publisher_place": "location", "event_title": "eventtitle", "event_place": "venue", "event_date": "eventdate",
    "issued": "date", "original_date": "origdate", "archive": "library", "ISBN": "isbn", "ISSN": "issn", "DOI": "doi",
    "URL": "url", "accessed": "urldate", "note": "note", "annote": "annotation", "abstract": "abstract", "keyword": "keywords",
}  # fmt: skip
#: Types in which a number is that of the series, not of the work.
_IN_SERIES = frozenset(
    "book mvbook collection reference proceedings incollection inbook inproceedings inreference".split()
)
#: The names that classic BibTeX has for some fields.
CLASSIC_FIELDS = {"journaltitle": "journal", "location": "address", "annotation": "annote"}
#: Other names of fields in reading; `institution` and the like say the publisher where it is not said already.
ALIASES = {
    "journal": "journaltitle", "address": "location", "annote": "annotation", "school": "institution",
    "archiveprefix": "eprinttype", "primaryclass": "eprintclass", "lastchecked": "urldate", "urlaccessdate": "urldate",
}  # fmt: skip
_PUBLISHERS = ("publisher", "institution", "organization")

VERBATIM = frozenset("url doi eprint file pdf verba verbb verbc isrn".split())

#: Entry type -> the one whose fields it has.
_LIKE = {
    "mvbook": "book", "mvcollection": "collection", "reference": "collection", "mvreference": "collection",
    "mvproceedings": "proceedings", "bookinbook": "inbook", "suppbook": "inbook", "suppcollection": "incollection",
    "suppperiodical": "article",
}  # fmt: skip
#: Fields that biblatex has in every entry.
_ALWAYS = frozenset(
    """
    abstract annotation date doi keywords url urldate shorttitle shortjournal origtitle origdate library eprint file
    """.split()
)
_WORK = "author editor translator note number pubstate title language"
_BOOK = f"{_WORK} edition isbn location pages part publisher series volume volumes chapter"
_EVENT = "eventtitle venue eventdate organization"
#: Entry type -> the fields of it in which biblatex expects something, beside those of every entry.
_VALID = {
    "article": f"{_WORK} issn issue journaltitle pages series version volume",
    "review": f"{_WORK} issn issue journaltitle pages series version volume",
    "periodical": "editor issn issue note number pubstate series title volume",
    "book": f"{_BOOK} pagetotal",
    "collection": f"{_BOOK} pagetotal",
    "incollection": f"{_BOOK} booktitle",
    "inbook": f"{_BOOK} booktitle bookauthor",
    "inreference": f"{_BOOK} booktitle",
    "proceedings": f"{_BOOK} {_EVENT} pagetotal",
    "inproceedings": f"{_BOOK} {_EVENT} booktitle",
    "booklet": "author editor howpublished location note pages pagetotal pubstate title type chapter",
    "dataset": "author editor edition location note number organization publisher pubstate series title type version",
    "manual": "author editor edition isbn location note number organization pages pagetotal publisher pubstate series title "
    "type version chapter",
    "online": "author editor note organization pubstate title version",
    "patent": "author location note number pubstate title type version",
    "report": "author institution location note number pages pagetotal pubstate title type version chapter",
    "thesis": "author institution location note pages pagetotal pubstate title type chapter",
    "unpublished": "author eventtitle venue eventdate howpublished location note pubstate title type",
}  # fmt: skip
_OTHER = (
    "author editor howpublished location note organization pubstate title type version number pages volume booktitle"
)
_VALID["misc"] = _VALID["software"] = (
    "author editor howpublished location note organization pubstate title type version"
)


def best_type(csl: str, has: frozenset[str]) -> str:
    """The biblatex type for a CSL type and the variables that an entry has: some types want an author or an editor."""
    if csl == "book":
        return "collection" if "editor" in has and "author" not in has else "book"
    if csl == "chapter":
        return "incollection" if "editor" in has else "inbook"
    if csl == "report":
        return "report" if "author" in has else "manual"
    return _BEST.get(csl) or ("online" if "URL" in has else "misc")


def subtype_of(csl: str, kind: str) -> str | None:
    """What `entrysubtype` says, where the entry type does not say the CSL type by itself."""
    return None if TYPES.get(kind) == csl else SUBTYPES.get(csl, csl)


def csl_type(kind: str, subtype: str) -> str | None:
    """The CSL type of an entry type with its `entrysubtype`; None if that is a word of somebody else's."""
    if not subtype:
        return TYPES.get(kind, "document")
    named = next((csl for csl, name in SUBTYPES.items() if name == subtype), subtype)
    return named if named in CSL_TYPES else None


@cache
def variables_of(kind: str) -> dict[str, str]:
    """Field -> variable, for reading an entry type: what it expects, and where else a field can only mean one thing."""
    names = tuple(dict.fromkeys(name.partition("@")[0] for name in FIELDS))
    known: dict[str, str] = {}
    for expected in (True, False):
        for variable in names:
            field = FIELDS.get(f"{variable}@{kind}") or FIELDS.get(variable)
            if field == "number" and f"{variable}@{kind}" not in FIELDS:
                field = field if (variable == "collection_number") == (kind in _IN_SERIES) else None
            if field and variable not in known.values() and (not expected or is_valid(field, kind)):
                known.setdefault(field, variable)
    for field in ("booktitle", "journaltitle"):
        known.setdefault(field, "container_title")
    for field in _PUBLISHERS:
        known.setdefault(field, "publisher")
    return known


@cache
def fields_of(kind: str, strict: bool) -> dict[str, str]:
    """Variable -> field, for writing an entry type; `strict`: only what biblatex expects there."""
    found: dict[str, str] = {}
    for field, variable in variables_of(kind).items():
        if not strict or is_valid(field, kind):
            found.setdefault(variable, field)
    return {variable: found[variable] for name in FIELDS if (variable := name.partition("@")[0]) in found}


@cache
def home_fields(kind: str) -> frozenset[str]:
    """The fields, under all their names, that the variables of an entry type are written to."""
    home = frozenset(fields_of(kind, strict=False).values())
    return home | {name for name, field in ALIASES.items() if field in home}


@cache
def is_valid(field: str, kind: str) -> bool:
    """Whether biblatex expects a field in an entry type."""
    return field in _ALWAYS or field in _VALID.get(_LIKE.get(kind, kind), _OTHER).split()


def classic_name(name: str, kind: str) -> str:
    """The name that classic BibTeX has for a field, or for an annotation of it."""
    field, plus, rest = name.partition("+")
    if field == "institution" and kind == "thesis":
        field = "school"
    return f"{CLASSIC_FIELDS.get(field, field)}{plus}{rest}"
