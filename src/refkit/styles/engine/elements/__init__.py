"""citeproc-py's element classes, as refkit has them: each file here extends some of them by subclasses.

Nothing of citeproc-py is changed in place. `CLASSES` says which class stands for which element of a style or locale;
elements that are not named here get citeproc-py's own class.
"""

from __future__ import annotations

from typing import Any

from refkit.styles.engine.elements import conditions, dates, groups, locales, names, numbers, text

CLASSES: dict[str, Any] = {
    name: found
    for module in (conditions, dates, groups, locales, names, numbers, text)
    for name, found in module.CLASSES.items()
}
