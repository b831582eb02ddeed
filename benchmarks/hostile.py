"""How the cost of parsing grows with a hostile note: CPU time of 16,000 characters over that of 2,000, a line a pattern.

Run: python benchmarks/hostile.py. Linear growth is 8; anything far above it is a pattern that blows up.
"""

from __future__ import annotations

import time

from refkit.parser import parse_citation

PIECES = (
    "، ", "(", "٢٠١٤، ", "ص ", "ص 5-", "a. ", "محمد و", "Said, E. W., ", "https://a.b/", "https://a.b/ ", '"', "مجلة العلوم، العدد ",
    "د. ", "1;2(3):4 ", "في: أ (محرر) ", "2019;12(3):45-50. ", "بيروت: ", "ترجمة ", "رسالة ماجستير ", "Al-Khalifa AB, ", "يناير ", "1/2/2020 ",
    "«أ» ", "'a b' ", "[1] ", "1990-1995, ", "- ", " - بيروت", "أ: ", "A. Title. ", "In A. Smith (Ed.), ", "12(3), 45-60. ", "London: ", "سلسلة ",
    "تحقيق محمد، ", "ed. J. Smith, ", "بن محمد ", "لل", "___", "10.1000/a ", "v. ", "FO 371/1 ", "ضمن كتاب ", "Smith, John, ", "مخطوط ", "خمسة أجزاء ", "; 4 (", "A", "1",
)  # fmt: skip


def cost(piece: str, size: int) -> float:
    """CPU seconds of parsing `size` characters of a piece repeated, the best of three."""
    text = (piece * (size // len(piece) + 1))[:size]
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        parse_citation(text, "note")
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    """Print size, seconds and growth of each piece, worst last."""
    parse_citation("warm up", "note")
    rows = []
    for piece in PIECES:
        small, large = cost(piece, 2_000), cost(piece, 16_000)
        rows.append((large / max(small, 1e-3), large, piece))
    for growth, seconds, piece in sorted(rows):
        print(f"{growth:7.1f}x {seconds:8.3f} s  {piece!r}")


if __name__ == "__main__":
    main()
