"""Entries as programs and sites export them, and as people write them: read without loss and without complaint."""

from __future__ import annotations

from pathlib import Path

import pytest

from refkit.formats.bibtex import read_library
from refkit.formats.files import read_any_text
from refkit.model import Entry
from tests.formats.bibtex.scanner import read, read_one


def said(entry: Entry) -> dict[str, object]:
    """The variables of an entry in CSL-JSON."""
    return entry.printed(entry.language or "en")


def test_zotero() -> None:
    entry = read_one(r"""
@article{_l_2017,
	title = {التقارب {الروسي} - الصيني},
	volume = {1},
	copyright = {All rights reserved},
	issn = {1818-0345},
	url = {https://www.iasj.net/iasj/article/12345},
	doi = {10.1234/ab_c(1)},
	language = {ar},
	number = {58},
	urldate = {2024-12-22},
	journal = {مجلة المستنصرية},
	author = {الأنباري, أحمد عبد الأمير and {مركز الإمارات}},
	month = jun,
	year = {2017},
	note = {Publisher: الجامعة المستنصرية},
	keywords = {روسيا, الصين},
	pages = {1--20},
	file = {PDF:/home/x/a.pdf:application/pdf},
}
""")
    assert said(entry) | {"custom": entry.custom} == {
        "type": "article-journal",
        "author": [{"family": "الأنباري", "given": "أحمد عبد الأمير"}, {"literal": "مركز الإمارات"}],
        "title": "التقارب الروسي - الصيني",
        "container-title": "مجلة المستنصرية",
        "volume": "1",
        "issue": "58",
        "page": "1-20",
        "issued": {"date-parts": [[2017, 6]]},
        "ISSN": "1818-0345",
        "URL": "https://www.iasj.net/iasj/article/12345",
        "DOI": "10.1234/ab_c(1)",
        "accessed": {"date-parts": [[2024, 12, 22]]},
        "note": "Publisher: الجامعة المستنصرية",
        "keyword": "روسيا, الصين",
        "custom": {"copyright": "All rights reserved", "file": "PDF:/home/x/a.pdf:application/pdf"},
    }


def test_mendeley() -> None:
    entry = read_one(r"""@article{AlNaqib1990,
abstract = {50{\%} of {\ldots}},
author = {{Al Naqib}, Khaldoun},
file = {:C$\backslash$:/x{\_}y.pdf:pdf},
mendeley-groups = {Gulf},
title = {{Society and State in the Gulf}},
url = {http://x.org/a{\_}b{\%}20c{\&}d},
volume = {12}
}""")
    assert entry.author[0].root["en"].family == "Al Naqib"
    assert (entry.URL, entry.abstract and entry.abstract.any()) == ("http://x.org/a_b%20c&d", "50% of …")
    assert entry.custom["mendeley-groups"] == "Gulf"


def test_jabref() -> None:
    library = read("""% Encoding: UTF-8

@Book{hitti1970,
  author    = {Philip K. Hitti},
  title     = {History of the Arabs},
  date      = {1970-05},
  location  = {London},
  owner     = {me},
  timestamp = {2020-01-01},
}

@Comment{jabref-meta: databaseType:biblatex;}

@Comment{jabref-meta: grouping:
0 AllEntriesGroup:;
1 StaticGroup:Gulf\\;0\\;1\\;\\;\\;\\;;
}
""")
    assert (library.failures, library.repairs) == ((), ())
    (entry,) = library.references
    assert entry.custom == {"owner": "me", "timestamp": "2020-01-01"}
    assert said(entry)["issued"] == {"date-parts": [[1970, 5]]}


def test_google_scholar() -> None:
    entry = read_one("""@article{الجابري1984تكوين,
  title={تكوين العقل العربي},
  author={الجابري, محمد عابد},
  journal={بيروت: دار الطليعة},
  year={1984}
}""")
    assert entry.key == "الجابري1984تكوين"
    assert entry.author[0].root["ar"].family == "الجابري"


def test_dblp_and_arxiv() -> None:
    entry = read_one(r"""@article{DBLP:journals/corr/abs-2003-00104,
  author       = {Wissam Antoun and
                  Fady Baly and
                  Hazem M. Hajj},
  title        = {AraBERT: Transformer-based Model for {Arabic} Language
                  Understanding},
  journal      = {CoRR},
  volume       = {abs/2003.00104},
  eprinttype    = {arXiv},
  eprint       = {2003.00104},
  archivePrefix={arXiv},
  primaryClass={cs.CL},
  timestamp    = {Tue, 10 Mar 2020 13:33:48 +0100},
  biburl       = {https://dblp.org/rec/journals/corr/abs-2003-00104.bib},
}""")
    assert [name.root["en"].family for name in entry.author] == ["Antoun", "Baly", "Hajj"]
    assert entry.custom["eprint"] == "2003.00104"
    assert entry.title
    assert entry.title.any() == "AraBERT: Transformer-based Model for Arabic Language Understanding"


def test_worldcat_and_papers() -> None:
    entry = read_one("""@Book{nla.cat-vn123,
author = { Jābirī, Muḥammad ʻĀbid },
title = { Takwīn al-ʻaql al-ʻArabī / Muḥammad ʻĀbid al-Jābirī },
isbn = { 9953820023 },
publisher = { Markaz Dirāsāt al-Waḥdah al-ʻArabīyah Bayrūt },
pages = { 382 p. ; },
year = { 2009 },
type = { Book },
language = { Arabic },
uri = {\\url{papers2://publication/uuid/1-2_3}},
rating = {0}
}""")
    assert (entry.language, entry.ISBN, entry.page) == ("ar", "9953820023", "382 p. ;")
    assert entry.custom["uri"] == "papers2://publication/uuid/1-2_3"


def test_periodicals_converted_from_tei() -> None:
    library = read(
        """%% This BibTeX bibliography file was created by automatic conversion from TEI XML
%% Saved with string encoding Unicode (UTF-8)

@ARTICLE{oclc_1-i_1-div_1.d1e1,
author = {},
editor = {رضا, محمد رشيد},
title = {تقريظ المطبوعات},
journal = {المنار},
language = {ar},
day = {7},
month = {8},
year = {1910},
url = {https://github.com/x/y.xml#div_1.d1e1},
annote = {digital TEI edition, 2022},
}
""".replace("},\n", "}, \n")
    )
    assert (library.failures, library.repairs) == ((), ())
    (entry,) = library.references
    assert said(entry)["issued"] == {"date-parts": [[1910, 8, 7]]}
    assert (entry.language, entry.author, len(entry.editor)) == ("ar", (), 1)


def test_written_by_hand() -> None:
    library = read("""References for chapter two (see me@example.org):

@STRING (dar # "x")
@string{ saqi = "دار الساقي" }
@ Book { adonis ,
  AUTHOR = "أدونيس" , Title = {الثابت و{المتحول}} , publisher = saqi # " ومكتبة " # saqi,
  YEAR = ١٩٩٤ , edition = 7 , Month = "7~" # jan }
@book(taha, title = "The {"}Days{"} (al-Ayy{\\=a}m)", author = "Taha Hussein", year = "1926/27")
""")
    assert library.failures == ()
    adonis, taha = library.references
    assert adonis.publisher
    assert adonis.publisher.any() == "دار الساقي ومكتبة دار الساقي"
    assert said(adonis)["issued"] == {"date-parts": [[1994, 1, 7]]}
    assert taha.title
    assert taha.title.any() == 'The "Days" (al-Ayyām)'
    assert said(taha)["issued"] == {"date-parts": [[1926], [1927]]}


def test_heirs_take_over_from_those_they_name() -> None:
    library = read("""
@inbook{part, crossref={WHOLE}, title={Part}, xdata={press}}
@mvbook{all, title={All}, publisher={Nobody}, date={1990}, ids={everything}}
@collection{whole, title={Whole}, editor={Smith, J.}, crossref={everything}, date={1999}}
@xdata{press, publisher={Press}}
@book{a, crossref={b}}
@book{b, crossref={a}, title={B}}
@book{lonely, crossref={nobody}}
""")
    part, *_, a, b, _ = library.references
    assert said(part)["container-title"] == "Whole"
    assert (said(part)["publisher"], said(part)["issued"]) == ("Press", {"date-parts": [[1999]]})
    assert said(a)["title"] == said(b)["title"] == "B"
    assert [repair.reason for repair in library.repairs] == ["lonely: crossref names nobody, which is not in the file"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1256", "iso8859_6"])
def test_arabic_files_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes("@book{a,\n author = {الجابري, محمد عابد},\n title = {تكوين العقل العربي}\n}\n".encode(encoding))
    (entry,) = read_library(read_any_text(path).text, str(path)).references
    assert entry.title
    assert entry.title.any() == "تكوين العقل العربي"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_latin_files_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes("@book{a,\n author = {Müller, Jörg},\n title = {Über die Größe – café}\n}\n".encode(encoding))
    (entry,) = read_library(read_any_text(path).text, str(path)).references
    assert entry.title
    assert entry.title.any() == "Über die Größe – café"


@pytest.mark.parametrize("value", ["{}", '""', "", "{ }", "{{}}"])
def test_empty_values_say_nothing(value: str) -> None:
    entry = read_one(f"@book{{a, title={{T}}, author={value}, year={value}, note={value}}}")
    assert set(entry.model_fields_set) == {"key", "type", "title"}
