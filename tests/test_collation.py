"""The order of Arabic and Latin lists."""

from __future__ import annotations

import pytest

from refkit.collation import sort_key

ARABIC = "إبراهيم، سعد|أبو زيد، نصر|آل ياسين، محمد|الأنباري، أحمد|بُطرس، غالي|پاشا|تامر|ثامر|الجابري|چلبي|حسين|عبد الرحمن|عبدالله|مركز الإمارات|المركز العربي|هيكل|الوردي، علي|ياسين"
LATIN = "3D Printing|A. Smith|ʿAbduh, Muḥammad|El-Affendi|An, Li|al-Azmeh, Aziz|Émile|Le Goff|L'Orient|Øye|The Prince|ash-Shāfiʿī|Van Dam|Vance"


@pytest.mark.parametrize(("names", "language"), [(ARABIC, "ar"), (ARABIC, "und"), (LATIN, "en"), (LATIN, "und")])
def test_a_list_is_sorted_by_its_letters(names: str, language: str) -> None:
    wanted = names.split("|")
    reversed_names = wanted[::-1]
    assert sorted(reversed_names, key=lambda name: sort_key(name, language)) == wanted


def test_a_list_may_be_sorted_by_its_articles() -> None:
    names = ["أمين", "الوردي", "البستاني", "بدوي"]
    assert sorted(names, key=lambda name: sort_key(name, "ar")) == ["أمين", "بدوي", "البستاني", "الوردي"]
    assert sorted(names, key=lambda name: sort_key(name, "ar", articles=True)) == ["البستاني", "الوردي", "أمين", "بدوي"]


def test_nothing_to_sort_by_comes_first() -> None:
    assert sort_key("") < sort_key("—") < sort_key("أ")
