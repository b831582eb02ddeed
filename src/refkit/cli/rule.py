"""`refkit rule`: what a rule means."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from refkit.cli.commands import Commands


def add(commands: Commands) -> None:
    rule = commands.add_parser("rule", help="say what a rule means")
    rule.add_argument("code", nargs="?", metavar="CODE", help="its code or name; the beginning of codes lists them")
    rule.add_argument("--all", action="store_true", help="all rules, a line each")
    rule.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from refkit.kinds import FIXES
    from refkit.linter import rules, selector

    wanted = "" if options.all or not options.code else selector(options.code)
    if wanted not in rules():
        for rule in rules().values():
            if rule.code.startswith(wanted):
                print(f"{rule.code} {rule.name} ({rule.severity}): {rule.summary}")
        return 0
    rule = rules()[wanted]
    fix = f", {FIXES[rule.fix]}" if rule.fix else ""
    print(f"{rule.code} {rule.name} ({rule.severity}{fix})\n\n{rule.summary}\n\n{rule.reason}")
    for label, examples in (("Bad", rule.bad), ("Good", rule.good)):
        for example in examples:
            print(f"\n{label}:\n" + "\n".join("    " + line for line in example.rstrip().split("\n")))
    return 0
