"""What the property tests draw from: text as it comes out of word processors, and whole bilingual entries."""

from __future__ import annotations

from hypothesis import strategies as st

from refkit.model import Date, Entry, Library, Name, NameForm, Text

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي" + "أإآٱؤئءىةپچگکی"
HARAKAT = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
BIDI = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069\u061c"
PUNCTUATION = "،؛؟.:!()[]{}«»“”\"'%&@#_-–\\/$~^*`|<>"

#: Text that mixes scripts, marks and the signs that file formats give a meaning to.
messy_text = st.text(
    st.sampled_from(ARABIC + HARAKAT + BIDI + PUNCTUATION + "ـ٠١٢۳456 \t\nabcXYZéñğ")
    | st.characters(exclude_categories=["Cs"]),
    max_size=30,
)
#: The same with at least one letter that everything keeps.
filled_text = st.builds(lambda head, tail: head + "كتاب" + tail, messy_text, messy_text) | st.builds(
    lambda head, tail: head + "book" + tail, messy_text, messy_text
)

tags = st.sampled_from(("ar", "en", "ar-Latn", "fr", "und"))
texts = st.dictionaries(tags, messy_text, min_size=1, max_size=2).map(Text)
people = st.builds(
    NameForm,
    family=filled_text,
    given=st.none() | messy_text,
    non_dropping_particle=st.none() | st.sampled_from(("ابن", "van", "al")),
    suffix=st.none() | st.just("Jr."),
)
bodies = st.builds(NameForm, literal=filled_text)
names = st.dictionaries(tags, people | bodies, min_size=1, max_size=2).map(Name)
plain_dates = st.builds(
    Date,
    year=st.integers(min_value=-500, max_value=12_000),
    month=st.none() | st.integers(min_value=1, max_value=12),
    day=st.none() | st.integers(min_value=1, max_value=28),
    end_year=st.none() | st.integers(min_value=1900, max_value=2100),
    text=st.none() | messy_text,
)
hijri_dates = st.builds(Date, year=st.integers(1, 1500), calendar=st.just("hijri"), also=st.none() | plain_dates)
dates = plain_dates | hijri_dates | st.builds(Date, text=filled_text)
keys = st.from_regex(r"[\w:%{}\"'#&*!|>@`.-]{1,12}", fullmatch=True)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """A bilingual entry with any of its variables set to anything that the model allows."""
    values: dict[str, object] = {"key": draw(keys)}
    kinds: dict[str, st.SearchStrategy[object]] = {
        "type": st.sampled_from(("book", "article-journal", "thesis")),
        "language": st.sampled_from(("ar", "en")),
        **dict.fromkeys(Entry.NAMES, st.lists(names, max_size=2).map(tuple)),
        **dict.fromkeys(Entry.TEXTS, texts),
        **dict.fromkeys(Entry.DATES, dates),
        **dict.fromkeys(Entry.PLAIN, messy_text),
    }
    for name in draw(st.lists(st.sampled_from(sorted(kinds)), unique=True, max_size=5)):
        values[name] = draw(kinds[name])
    return Entry.model_validate(values)


libraries = st.lists(entries(), max_size=3, unique_by=lambda entry: entry.key.casefold()).map(
    lambda found: Library(references=tuple(found))
)
