"""Style files that somebody else wrote: those that cannot be used are refused by name, in bounded time."""

from __future__ import annotations

from pathlib import Path

import pytest

from refkit.errors import RefkitError
from refkit.model import Library
from refkit.styles import cite
from tests.styles.test_engine_lists import entry

TITLE = '<text variable="title"/>'
DOUBLED = "".join(f"<macro name='m{n}'><text macro='m{n + 1}'/><text macro='m{n + 1}'/></macro>" for n in range(40))


def _style(bibliography: str, macros: str = "", before: str = "") -> str:
    return (
        f'{before}<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">{macros}'
        f"<citation><layout>{TITLE}</layout></citation><bibliography>{bibliography}</bibliography></style>"
    )


ENTITIES = '<!DOCTYPE style [<!ENTITY e0 "aaaaaaaaaa">{}]>'.format(
    "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(8))
)
BROKEN = {
    "macros that double": (_style("<layout><text macro='m0'/></layout>", DOUBLED), "pass through"),
    "a macro in itself": (
        _style("<layout><text macro='a'/></layout>", "<macro name='a'><text macro='a'/></macro>"),
        "a",
    ),
    "endless": (f"<style>{' ' * 5_000_000}", "too large"),
    "too large": (_style(f"<layout>{TITLE * 120_000}</layout>"), "pass through"),
    "too deep": (_style(f"<layout>{'<group>' * 400}{TITLE}{'</group>' * 400}</layout>"), "depth"),
    "no layout": (_style(""), "<bibliography> has no <layout>"),
    "an element of none": (_style(f"<layout><foo>{TITLE}</foo></layout>"), "<foo>"),
    "entities": (_style("<layout><text value='&e8;'/></layout>", before=ENTITIES), "no CSL"),
    "a file as entity": (
        _style("<layout>&x;</layout>", before='<!DOCTYPE style [<!ENTITY x SYSTEM "file:///etc/hostname">]>'),
        "no CSL",
    ),
    "cut off": (_style(f"<layout>{TITLE}</layout>")[:-9], "no CSL"),
    "empty": ("", "no CSL"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_style_that_cannot_be_used_is_refused(tmp_path: Path, name: str) -> None:
    source, said = BROKEN[name]
    path = tmp_path / "broken.csl"
    path.write_text(source, "utf-8")
    with pytest.raises(RefkitError, match=f"broken.csl.* .*{said}"):
        cite(Library(references=(entry("a", "A title"),)), str(path))


def test_macros_that_are_called_often_are_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "sound.csl"
    macros = f'<macro name="a">{TITLE}</macro><macro name="b"><text macro="a"/></macro>'
    path.write_text(_style('<layout delimiter=" "><text macro="a"/><text macro="b"/></layout>', macros), "utf-8")
    made = cite(Library(references=(entry("a", "عنوان"),)), str(path))
    assert [line.text for line in made.lists[0].sections[0].lines] == ["عنوانعنوان"]
