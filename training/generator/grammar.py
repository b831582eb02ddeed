"""A small grammar of text with labels, read from ``words/*.txt`` and ``rules/*.txt``.

A file holds sections. ``== name`` opens one; each line below it, and each part of a line between bars, is an
alternative; ``3* `` at the start of a line makes its alternatives three times as likely; ``# `` opens a comment;
``@key = a|b`` sets the values a style setting may take (``␣`` is a space). Within an alternative:

    <a|b>        one of them (``<|a>`` may be empty)
    <30%a|b>     with a chance of 30 percent one of them, otherwise nothing
    {name}       an alternative of that section, or what the function of that name returns
    {name:arg}   a function with an argument
    {label=...}  the text inside, labelled
    {@key}       the style setting, as chosen for this sample
    ~            the same as {@comma}
    \\x           the character x itself
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random

Piece = tuple[str, str]

LABELS = frozenset(
    "author title container-title volume issue issued publisher publisher-place department genre edition editor "
    "translator page URL DOI accessed part journal-year collection-title death archive number-of-volumes lead-in "
    "short-form number note".split()
)


@dataclass(frozen=True)
class Text:
    text: str


@dataclass(frozen=True)
class Slot:
    name: str
    argument: str = ""


@dataclass(frozen=True)
class Setting:
    key: str


@dataclass(frozen=True)
class Label:
    label: str
    body: Node


@dataclass(frozen=True)
class Choice:
    options: tuple[Node, ...]
    chance: float = 1.0


@dataclass(frozen=True)
class Sequence:
    parts: tuple[Node, ...]


Node = Text | Slot | Setting | Label | Choice | Sequence


class GrammarError(ValueError):
    """A rule that cannot be read, or names what does not exist."""


class _Reader:
    """Reads one template from left to right."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0

    def peek(self) -> str:
        return self.source[self.at] if self.at < len(self.source) else ""

    def expect(self, character: str) -> None:
        if self.peek() != character:
            raise GrammarError(f"expected {character!r} at {self.at} in {self.source!r}")
        self.at += 1

    def options(self) -> tuple[Node, ...]:
        found = [self.sequence()]
        while self.peek() == "|":
            self.at += 1
            found.append(self.sequence())
        return tuple(found)

    def sequence(self) -> Node:
        parts: list[Node] = []
        plain = ""

        def flush() -> None:
            nonlocal plain
            if plain:
                parts.append(Text(plain))
                plain = ""

        while (character := self.peek()) and character not in "|>}":
            if character in "<{~":
                flush()
                parts.append({"<": self.choice, "{": self.braces, "~": self.comma}[character]())
                continue
            if character == "\\":
                self.at += 1
            plain += self.peek()
            self.at += 1
        flush()
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def comma(self) -> Node:
        self.expect("~")
        return Setting("comma")

    def choice(self) -> Node:
        self.expect("<")
        percent = re.compile(r"(\d+)%").match(self.source, self.at)
        if percent:
            self.at = percent.end()
        options = self.options()
        self.expect(">")
        return Choice(options, int(percent[1]) / 100 if percent else 1.0)

    def braces(self) -> Node:
        self.expect("{")
        head = re.compile(r"@?[\w-]+").match(self.source, self.at)
        if not head:
            raise GrammarError(f"no name at {self.at} in {self.source!r}")
        name = head[0]
        self.at = head.end()
        node: Node
        if self.peek() == "=":
            self.at += 1
            node = Label(name, self.sequence())
        elif self.peek() == ":":
            end = self.source.index("}", self.at)
            node = Slot(name, self.source[self.at + 1 : end])
            self.at = end
        else:
            node = Setting(name[1:]) if name.startswith("@") else Slot(name)
        self.expect("}")
        return node


def alternatives(source: str) -> tuple[Node, ...]:
    """What the bars at the top of a template divide."""
    reader = _Reader(source)
    options = reader.options()
    if reader.at < len(source):
        raise GrammarError(f"left over at {reader.at} in {source!r}")
    return options


@cache
def parse(source: str) -> Node:
    """The template ``source`` as a tree; bars at its top divide alternatives."""
    options = alternatives(source)
    return options[0] if len(options) == 1 else Choice(options)


@dataclass
class Rule:
    """A section: its alternatives and the style settings it makes."""

    name: str
    options: list[Node] = field(default_factory=list)
    weights: list[int] = field(default_factory=list)
    settings: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add(self, line: str) -> None:
        """Take in one line of the section."""
        if line.startswith("@"):
            key, _, values = line[1:].partition("=")
            self.settings[key.strip()] = tuple(_setting_values(values.strip().replace("␣", " ")))
            return
        counted = re.match(r"(\d+)\* ", line)
        fresh = alternatives(line[counted.end() :] if counted else line)
        self.options.extend(fresh)
        self.weights.extend([int(counted[1]) if counted else 1] * len(fresh))


def _setting_values(source: str) -> Iterable[str]:
    """What the bars outside brackets divide, each as often as its weight says."""
    depth, values = 0, [""]
    for character in source:
        depth += (character in "<{") - (character in ">}")
        if character == "|" and not depth:
            values.append("")
        else:
            values[-1] += character
    for value in values:
        counted = re.match(r"(\d+)\*", value)
        yield from [value[counted.end() :]] * int(counted[1]) if counted else [value]


def read_rules(paths: Iterable[Path]) -> dict[str, Rule]:
    """The sections of these files by name; a section may go on in another file."""
    rules: dict[str, Rule] = {}
    rule: Rule | None = None
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("== "):
                name = line[3:].strip()
                rule = rules.setdefault(name, Rule(name))
            elif line.strip() and not line.startswith("# "):
                if rule is None:
                    raise GrammarError(f"{path}: text before the first section")
                try:
                    rule.add(line)
                except (GrammarError, ValueError) as error:
                    raise GrammarError(f"{path}, section {rule.name}: {error}") from error
    return rules


Function = Callable[["Writer", str], str]


@dataclass
class Writer:
    """Writes one sample: the rules, what chance decides, and the style chosen."""

    rules: dict[str, Rule]
    functions: dict[str, Function]
    rng: Random
    style: dict[str, str] = field(default_factory=dict)

    def pieces(self, node: Node) -> list[Piece]:
        match node:
            case Text(text):
                return [(text, "")]
            case Sequence(parts):
                return [piece for part in parts for piece in self.pieces(part)]
            case Choice(options, chance):
                if chance < 1 and self.rng.random() >= chance:
                    return []
                return self.pieces(options[int(self.rng.random() * len(options))])
            case Label(label, body):
                return [("".join(text for text, _ in self.pieces(body)), label)]
            case Setting(key):
                return self.setting(key)
            case Slot(name, argument):
                function = self.functions.get(name)
                return [(function(self, argument), "")] if function else self.rule(name)

    def setting(self, key: str) -> list[Piece]:
        """Pieces of the style setting chosen."""
        return self.pieces(parse(self.style[key]))

    def rule(self, name: str) -> list[Piece]:
        """Pieces of one alternative of a section."""
        rule = self.rules[name]
        if sum(rule.weights) == len(rule.weights):
            return self.pieces(rule.options[int(self.rng.random() * len(rule.options))])
        return self.pieces(self.rng.choices(rule.options, rule.weights)[0])

    def text(self, template: str) -> str:
        """A template as plain text."""
        return "".join(text for text, _ in self.pieces(parse(template)))


def check(rules: dict[str, Rule], functions: dict[str, Function]) -> None:
    """Every label and every name used must exist."""

    def visit(node: Node, where: str) -> None:
        match node:
            case Label(label, body):
                if label not in LABELS:
                    raise GrammarError(f"{where}: no label {label}")
                visit(body, where)
            case Slot(name, _) if name not in rules and name not in functions:
                raise GrammarError(f"{where}: nothing is called {name}")
            case Choice(options, _):
                for option in options:
                    visit(option, where)
            case Sequence(parts):
                for part in parts:
                    visit(part, where)

    for rule in rules.values():
        for option in rule.options:
            visit(option, rule.name)
        for values in rule.settings.values():
            for value in values:
                visit(parse(value), f"{rule.name}, a setting")
