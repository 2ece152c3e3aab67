"""SIE vouchers read character by character, with nothing of the loaders: month, account and unit to öre."""

from __future__ import annotations

from fractions import Fraction

OPEN, CLOSE = "<{>", "<}>"
Sums = dict[tuple[str, str, str], int]


def sums_of(text: str) -> Sums:
    """Sum the #TRANS of result accounts; a row without unit is under ""."""
    sums: Sums = {}
    month = ""
    for line in text.replace("\r", "").split("\n"):
        words = _words(line)
        if words[:1] == ["#VER"]:
            month = f"{words[3][:4]}-{words[3][4:6]}"
        if words[:1] == ["#TRANS"] and words[1][0] not in "12":
            inside = words[words.index(OPEN) + 1 : words.index(CLOSE)]
            units = [inside[place + 1] for place in range(0, len(inside), 2) if inside[place] == "1"]
            key = month, words[1], "".join(units)
            ore = Fraction(words[words.index(CLOSE) + 1]) * 100
            assert ore.denominator == 1
            sums[key] = sums.get(key, 0) + ore.numerator
    return sums


def _words(line: str) -> list[str]:
    """Fields, and a mark for each brace outside quotation marks."""
    words: list[str] = []
    word: str | None = None
    is_quoted = False
    for character in f"{line} ":
        if character == '"' and word is not None and word.endswith("\\"):
            word = word[:-1] + '"'
        elif character == '"':
            is_quoted = not is_quoted
            word = word or ""
        elif is_quoted or character not in " \t{}":
            word = (word or "") + character
        else:
            words += [] if word is None else [word]
            word = None
            words += {"{": [OPEN], "}": [CLOSE]}.get(character, [])
    return words
