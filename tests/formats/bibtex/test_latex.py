"""LaTeX in values: what it prints is what is read, and what is written prints as it is."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from refkit.formats.bibtex.latex import decode, decode_verbatim, encode, guarded, is_balanced, verbatim, writable
from refkit.formats.bibtex.values import Strings, evaluate
from tests.formats.bibtex.scanner import read_one
from tests.strategies import messy_text

#: Pieces that mean something to LaTeX, among text.
PIECES = """\\ { } $ a ب - -- --- ' '' ` `` ~ ^ # % & _ \\' $x$ $x^2$ \\alpha \\symbol{59} {} \\& \\textit{x} é \u0301 ّ َ ﬁ \u212b
!` ?` << " | \u200f 1 ² \\url{x} \\\\ \\foo{x} \\foo{ \\frac{a}{\\b{c}} \\( \\) \\c{xy} \\foo{\\{} \\ensuremath{\\alpha}""".split()
latex_like = st.lists(st.sampled_from([*PIECES, " ", "\n", "\u00a0"]), max_size=12).map("".join)


@settings(max_examples=100, deadline=None)
@given(messy_text | latex_like)
@example("$x^2$ {a} $_{b}$ \\")
def test_what_is_encoded_is_decoded_again(text: str) -> None:
    assert decode(encode(text)) == writable(text)


@settings(max_examples=100, deadline=None)
@given(messy_text | latex_like)
def test_an_encoded_value_can_stand_in_braces(text: str) -> None:
    encoded = encode(text)
    assert is_balanced(encoded)
    value = evaluate("{" + encoded + "}", Strings(0))
    assert value is not None
    assert value.text == encoded


@settings(max_examples=100, deadline=None)
@given(messy_text | latex_like)
def test_verbatim_values_can_stand_in_braces(text: str) -> None:
    for value in (verbatim(text), guarded(text)):
        assert is_balanced(value)
        assert not value.endswith("\\")
        assert evaluate("{" + value + "}", Strings(0)) is not None


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("abc/:?=&%20#~_-.+;,@!$'()*[]ب"), min_size=1, max_size=30))
def test_a_url_is_written_and_read_as_it_is(url: str) -> None:
    assert decode_verbatim(verbatim(url)) == url
    entry = read_one(f"@online{{a, url = {{{verbatim(url)}}}}}")
    assert url == entry.URL


@settings(max_examples=60, deadline=None)
@given(latex_like)
def test_decoding_never_fails_and_leaves_no_brace(text: str) -> None:
    assert isinstance(decode(text), str)
    assert decode("{" + text.replace("\\", "").replace("$", "") + "}").count("{") == 0


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"{\"O}zg{\"u}r \'{e} \'e {\'e} {\'{e}} \'{\i} {\'\i}", "Özgür é é é é í í"),
        (
            r"\v{s} \v s \c c \c{c} {\c c} \~n \H{o} \d{h} {\d h} \=a \.z \k{a} \u{g} \r{a}",
            "š š ç ç ç ñ ő ḥ ḥ ā ż ą ğ å",
        ),
        (r"{\aa} \aa{} \ss{} \o{}re \L{}odz {\l} \OE{}uvre \ae", "å å ß øre Łodz ł Œuvre æ"),
        (r"{\textquoteleft}Abd al-Ra\d{h}m\=an", "‘Abd al-Raḥmān"),
        (r"\textit{al-\d{H}ay\=at} \emph{x {y} z} {\em foo} \textarabic{محمد}", "al-Ḥayāt x y z foo محمد"),
        (r"a\,b~c\ d \% \& \_ \# \$ \{ \} -- --- `` ''", "a b c d % & _ # $ { } – — “ ”"),
        (r"$\mathbb{R}^n$ and $x_1$ H$_2$O", r"$\mathbb{R}^n$ and $x_1$ H$_2$O"),
        (r"\unknown{foo bar} \alpha", r"\unknown{foo bar} \alpha"),
        (r"{\relax Ch}arles {B}ig {{W}}ords", "Charles Big Words"),
        ("مُحَمَّد {عبد} الله", "مُحَمَّد عبد الله"),
        ("a  b\n\tc", "a b c"),
        ("{\\'e", "é"),
        ("\\", "\\"),
        (r"x{\^{}}2 {\~{}}5 \^{}\~{}", "x^2 ~5 ^~"),
        (r"\"{}a \'{}b", "¨a ´b"),
        (r"H\textsubscript{2}O m\textsuperscript{-2} 5\textsuperscript{th}", "H₂O m⁻² 5th"),
        (r"\(x^2\) and \(n\)", "$x^2$ and n"),
        (r"\LaTeXe{} and \frac {a}{b}", r"LaTeX2ε and \frac{a}{b}"),
        ("2020~", "2020~"),
    ],
)
def test_accents_symbols_and_looks_are_decoded(latex: str, text: str) -> None:
    assert decode(latex) == text


@pytest.mark.parametrize(
    "text",
    [
        r"\ensuremath{\alpha} and \unknown{foo {bar}}{baz}",
        r"\href{https://x.org}{\emph{x}}",
        "$x^2$ and $x_{max}$, $\\mathrm{CO}_2$",
    ],
)
def test_unknown_commands_and_formulas_are_written_as_they_stand(text: str) -> None:
    assert encode(text) == text
    assert decode(text) == text


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("Prices $5 (US_dollar) to $6", r"Prices \$5 (US\_dollar) to \$6"),
        ("US$5_000/US$6", r"US\$5\_000/US\$6"),
        ("from $5 to $x_1$", r"from \$5 to $x_1$"),
        ("C:\\x 50\\50", r"C:\textbackslash{}x 50\textbackslash{}50"),
        (r"\foo{a", r"\textbackslash{}foo\textbraceleft{}a"),
        (r"\textit{a}", r"\textbackslash{}textit\textbraceleft{}a\textbraceright{}"),
    ],
)
def test_what_only_looks_like_latex_is_escaped(text: str, latex: str) -> None:
    assert encode(text) == latex
    assert decode(latex) == text


def test_marks_stay_in_the_order_in_which_they_are_written() -> None:
    shadda_first, fatha_first = "ب\u0651\u064e", "ب\u064e\u0651"
    assert decode(rf"\& {shadda_first} {fatha_first}") == f"& {shadda_first} {fatha_first}"


@pytest.mark.parametrize(
    ("raw", "url"),
    [
        (r"\url{http://x.org/a%20b_c}", "http://x.org/a%20b_c"),
        (r"http://x.org/a\_b\%20\&c\#d", "http://x.org/a_b%20&c#d"),
        (r"http://x.org/a{\_}b{\%}20{\&}c", "http://x.org/a_b%20&c"),
        (r"http://x.org/{\~{}}me/\textasciitilde{}you", "http://x.org/~me/~you"),
        ("http://x.org/a~b--c''d", "http://x.org/a~b--c''d"),
        ("https://ar.wikipedia.org/wiki/ابن_خلدون", "https://ar.wikipedia.org/wiki/ابن_خلدون"),
    ],
)
def test_urls_are_read_as_they_are_meant(raw: str, url: str) -> None:
    assert decode_verbatim(raw) == url


def test_a_url_loses_only_what_would_break_the_file() -> None:
    assert verbatim(" http://x.org/a b{c\\") == "http://x.org/a%20b%7Bc%5C"
