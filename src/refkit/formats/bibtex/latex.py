"""LaTeX in the values of a .bib file: accents and symbols to letters, and text to what LaTeX prints as it is.

`decode` leaves formulas and commands that it does not know as they stand, so that nothing is lost; `encode`
writes no brace without its partner. URLs, DOIs and the like are not text: `verbatim` guards them.
"""

from __future__ import annotations

import re
import unicodedata

from refkit.characters import one_line, without_controls
from refkit.latex import escaped

_COMBINING = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328", "b": "\u0331",
}  # fmt: skip
_SYMBOLS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł",
    "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "lbrace": "{", "rbrace": "}",
    "textasciitilde": "~", "textasciicircum": "^", "textasciigrave": "`", "textquotesingle": "'", "textquotedbl": '"',
    "textunderscore": "_", "textdollar": "$", "textbar": "|", "textless": "<", "textgreater": ">", "textasteriskcentered": "*",
    "textendash": "–", "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "quotedblbase": "„", "quotesinglbase": "‚", "guillemotleft": "«", "guillemotright": "»",
    "guillemetleft": "«", "guillemetright": "»", "guilsinglleft": "‹", "guilsinglright": "›", "textellipsis": "…",
    "dots": "…", "ldots": "…", "S": "§", "P": "¶", "copyright": "©", "pounds": "£", "textregistered": "®",
    "texttrademark": "™", "textdegree": "°", "textbullet": "•", "textperiodcentered": "·", "textordfeminine": "ª",
    "textordmasculine": "º", "euro": "€", "texteuro": "€", "textexclamdown": "¡", "textquestiondown": "¿", "slash": "/",
    "newline": " ", "par": " ", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2ε", "TeX": "TeX", "space": " ", "relax": "",
}  # fmt: skip
#: Commands that change only how their argument looks.
_LOOKS = frozenset(
    """
    textit textbf textsc texttt textrm textsf textup textsl textmd textnormal emph mkbibemph url
    mbox hbox bf it em rm sc sf tt sl textarabic RL LR textRL textLR protect enquote mkbibquote uppercase
    """.split()
)
#: What an accent over nothing prints: programs write ^ and ~ so.
_ALONE = {"`": "`", "'": "´", "^": "^", "~": "~", "=": "¯", ".": "˙", '"': "¨"}
_RAISED = dict(zip("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾", strict=True))
_LOWERED = dict(zip("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", strict=True))
_SHIFTED = {"textsuperscript": _RAISED, "textsubscript": _LOWERED}
_MARKUP = re.compile(r"[{}~]")
_FORMULA = r"\$(?:[^$\\]|\\.)+\$"
_ARGUMENT = r"\{[^{}]*+\}"
for _ in range(3):  # so deep arguments stand in each other
    _ARGUMENT = rf"\{{(?:[^{{}}]++|{_ARGUMENT})*+\}}"
#: A year with a doubt, as biblatex has dates: its ~ is no tie.
_APPROXIMATE = re.compile(r"\s*+[-\d./?%~]{0,30}\d~(?:/[-\d.?%~]{0,30})?\s*+")
_TOKEN = re.compile(
    rf"(?P<formula>{_FORMULA})"
    r"|\\(?P<sign>[&%$#_{}])"
    r"|\\\((?P<inline>(?:[^$\\]|\\[^()$\\])+)\\\)"
    r"|\\symbol\{(?P<code>\d+)\}"
    r"|\\(?P<accent>[`'^~=.\"]|(?:[uvHckdbr](?![^\W\d_])))\s*(?:\{\s*(?:\\(?P<dotless1>[ij])|(?P<letter1>[^\W\d_]?))\s*\}|\\(?P<dotless2>[ij])(?![^\W\d_])|(?P<letter2>[^\W\d_]))"
    rf"|\\(?P<command>[A-Za-z]+)(?P<star>\*?)\s*(?P<argument>(?:{_ARGUMENT})*)"  # ascii: names of commands
    r"|\\(?P<other>[^\W\d_]|.|$)"
    r"|(?P<brace>[{}])|(?P<tie>~)|(?P<dash>-{2,3})|(?P<quote>``|'')",
    re.DOTALL,
)


def decode(text: str) -> str:
    """The text that LaTeX prints; white space as one space. Formulas and unknown commands stay as they stand.

    >>> decode(r"{\\"O}zg{\\"u}r \\& S\\"ohne, \\emph{Der M{\\'e}dia}--Krieg")
    'Özgür & Söhne, Der Média–Krieg'
    """
    if _APPROXIMATE.fullmatch(text):
        return text.strip()
    if "\\" in text or "$" in text or "--" in text or "``" in text or "''" in text:
        text = _TOKEN.sub(_decoded, text)
    elif _MARKUP.search(text):
        text = text.replace("{", "").replace("}", "").replace("~", " ")
    return one_line(text)


def _decoded(match: re.Match[str]) -> str:
    kind = match.lastgroup
    if kind == "formula":
        return match[0]
    if kind == "sign":
        return match["sign"]
    if kind == "code":
        return chr(min(int(match["code"][:7]), 0x10FFFF))
    if match["accent"]:
        letter = match["letter1"] or match["letter2"] or match["dotless1"] or match["dotless2"] or ""
        combined = unicodedata.normalize("NFC", letter + _COMBINING[match["accent"]])
        return combined if letter else _ALONE.get(match["accent"], "")
    if match["inline"]:
        formula = f"${match['inline'].strip()}$"
        return formula if _is_formula(formula, "") else _TOKEN.sub(_decoded, match["inline"])
    if match["command"]:
        return _command(match)
    if match["other"] is not None:
        return _OTHERS.get(match["other"], match[0])
    if match["brace"]:
        return ""
    return {"~": " ", "--": "–", "---": "—", "``": "“", "''": "”"}[match[0]]


#: \- is where a word may be broken, \/ a correction of spacing; behind a \ a space is a space.
_OTHERS = {"-": "", "/": "", "\\": " ", " ": " ", "\n": " ", "\t": " ", ",": " ", ";": " ", "!": "", "@": "", "|": "|"}


def _command(match: re.Match[str]) -> str:
    name, argument = match["command"], match["argument"]
    if name in _SYMBOLS or name in _LOOKS:
        return _SYMBOLS.get(name, "") + _TOKEN.sub(_decoded, argument)
    if signs := _SHIFTED.get(name):
        inner = _TOKEN.sub(_decoded, argument)
        return "".join(signs[char] for char in inner) if signs.keys() >= set(inner) else inner
    if argument:
        return f"\\{name}{match['star']}{argument}"
    # The braces of a deeper argument go; a space keeps it apart.
    return match[0] + " " * (match.string[match.end() : match.end() + 1] == "{")


_ESCAPED = re.compile(r"[&%$#_\\{}~^]")
_BRACE = re.compile(r"[{}]")


def encode(text: str) -> str:
    """The text so that LaTeX prints it as it is: `decode` gives it back. Controls are left out, as BibTeX has none.

    >>> encode("50% of R&D {draft}")
    '50\\\\% of R\\\\&D \\\\textbraceleft{}draft\\\\textbraceright{}'
    """
    text = writable(text)
    if not (_ESCAPED.search(text) or "--" in text or "``" in text or "''" in text):
        return text
    parts, at = [], 0
    found = _LATEX.search(text)
    while found:
        end = found.end()
        if is_kept := _is_latex(found[0], text[end : end + 1]):
            parts += [escaped(text[at : found.start()]), found[0]]
            at = end
        found = _LATEX.search(text, end if is_kept else found.start() + 1)
    return "".join([*parts, escaped(text[at:])])


#: What may be LaTeX in a text: a formula, or a command with its arguments.
_LATEX = re.compile(rf"{_FORMULA}|\\[A-Za-z]+\*?(?:{_ARGUMENT})+")  # ascii: names of commands
_COMMAND_OR_GROUP = re.compile(rf"\\[A-Za-z]+|{_ARGUMENT}")  # ascii: names of commands


def _is_latex(piece: str, following: str) -> bool:
    """Whether a formula or a command is written as it stands: `decode` leaves it so, and it can stand in braces."""
    if not (is_balanced(piece) and is_balanced(re.sub(r"\\[{}]", "", piece))):
        return False
    return _is_formula(piece, following) if piece[0] == "$" else decode(piece) == piece


def _is_formula(piece: str, following: str) -> bool:
    """Whether two $ hold a formula, not a text between two prices: a command, ^ or _, and no word outside of braces."""
    inner = piece[1:-1]
    if inner != inner.strip() or following.isdigit() or not re.search(r"[\\^_]", inner):
        return False
    return not re.search(r"[^\W\d_]{3}", _COMMAND_OR_GROUP.sub(" ", inner))


def writable(text: str) -> str:
    """The text as a file can hold it: without controls, which LaTeX has no sign for, and white space as one space."""
    return one_line(without_controls(text))


def is_balanced(text: str) -> bool:
    """Whether each brace has its partner; BibTeX counts those behind a backslash too."""
    depth = 0
    for match in _BRACE.finditer(text):
        depth += 1 if match[0] == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def verbatim(text: str) -> str:
    """A URL, a DOI or another value that is not text, without what would break the file: braces, controls, spaces."""
    text = without_controls(re.sub(r"\s+", "%20", text.strip()))
    if not is_balanced(text):
        text = text.replace("{", "%7B").replace("}", "%7D")
    return text.replace("\\", "%5C")


def guarded(text: str) -> str:
    """A value that is not text and may have spaces and backslashes: paths of files, annotations of others."""
    text = writable(text)
    if not (is_balanced(text) and is_balanced(re.sub(r"\\[{}]", "", text))):
        text = text.replace("{", "%7B").replace("}", "%7D")
    return text + " " if text.endswith("\\") else text


def decode_verbatim(text: str) -> str:
    """A URL, a DOI or the like as it is meant: without \\url{…}, and without the \\ that some programs put before _."""
    bare = " ".join(text.split())
    if bare.startswith("\\url{") and bare.endswith("}"):
        bare = bare[5:-1]
    return _URL_SIGN.sub(lambda match: match[1] or match[2] or "~", bare) if "\\" in bare else bare


#: What programs put into URLs as if they were text: \_ {\_} {\~{}} \textasciitilde{}
_URL_SIGN = re.compile(r"\{\\([_%&#$])\}|\\([_%&#~$])(?!\{\})|\{?\\(?:~|textasciitilde)(?:\{\}|\s|(?=\}))\}?")
