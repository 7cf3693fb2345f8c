"""Whether somebody says that a form was looked through: one sent back for what concerns it as a whole, or with carried answers."""

from __future__ import annotations

import re

from ictscore.places import Place
from ictscore.survey.drafts import Said
from ictscore.survey.labels.folding import fold_answer
from ictscore.survey.labels.loose_labels import toneless
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layout import LOOKED_ASKED, LOOKED_WORDS, NO_ROUND
from ictscore.survey.layouts.lines import Line, lines_of, text_of
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.cells import Sheet, Workbook
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.stamp_read import Stamp
from ictscore.survey.typed.words import yes_or_no_in
from ictscore.words import N_, Phrase, phrase

_LOOKED = re.compile(
    r"(?:(?:tôi|chúng tôi|đơn vị) )?đã (?:được )?(?:xem|rà soát|rà|soát|soát xét|kiểm tra|đối chiếu|xác nhận)"
    r"(?: lại| kỹ| đủ| xong| rồi| hết| toàn bộ| tất cả| phiếu| đầy đủ)*(?: ạ)?"
    r"|(?:xem|rà soát|kiểm tra|xác nhận)(?: lại)? (?:rồi|xong)(?: ạ)?|rồi ạ|ok|oke|okay"
    r"|looked through|(?:yes, )?(?:checked|reviewed|confirmed)"
)
"""Ways of saying it; yes in all its spellings says it too."""
_LOOKED_TONELESS = re.compile(toneless(_LOOKED.pattern))
_DAY_BEHIND = re.compile(r"(?:,? (?:vào )?ngày|,) \d{1,2}[/.\-]\d{1,2}(?:[/.\-]\d{2,4})?$|\s*\(\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}\)$")
_BOXED = re.compile(r"[\[(]\s*([x×v✓✔])\s*[\])]")
_NOTHING_AMISS = re.compile(
    r"(?:không|chưa) (?:có |thấy |phát hiện |cần )*(?:gì |điều gì |điểm nào |chỗ nào )*"
    r"(?:(?:là |bị )?(?:sai|nhầm|thay đổi|lỗi|sửa|chỉnh sửa|điều chỉnh|bổ sung|vướng mắc|vấn đề|phát sinh|ý kiến|khác))\b"
)
"""A no to something else: whoever says “Không thay đổi” may have looked."""
_ASKED = tuple(map(fold_name, LOOKED_ASKED.values()))
_CARRIED = N_("its answers were carried over from {then}")
_SENT_BACK = phrase(N_("it was sent back for what concerns it as a whole"))
_SAYS_NO = phrase(N_("that says no"))
_SAYS_ELSE = phrase(N_("that says neither that it was nor that it was not"))


def says_looked(text: str) -> bool:
    """Return whether a text says that the form was looked through.

    >>> [says_looked(each) for each in ("đã xem lại", "✓", "Đã kiểm tra.", "da xem lai", "[x]", "Đã xem lại ngày 12/9/2020", "", "chưa")]
    [True, True, True, True, True, True, False, False]
    """
    plain = _DAY_BEHIND.sub("", fold_name(text).strip(" .!"))
    if _BOXED.fullmatch(plain) or (plain.isascii() and _LOOKED_TONELESS.fullmatch(plain)):
        return True
    spelt = (plain, fold_answer(text))
    if plain in map(fold_name, LOOKED_WORDS.values()) or any(_LOOKED.fullmatch(each) for each in spelt):
        return True
    return yes_or_no_in(text) is True


def round_told(name: str) -> str | Phrase:
    """Return how a round is called, also one that a form does not name."""
    return phrase(N_("an unnamed round")) if name == NO_ROUND else name


def hold_unasked(book: Workbook, stamp: Stamp, language: str, notes: Notes) -> None:
    """Report a form that does not ask by its marks whether it was looked through, though its answers or what it prints ask for that.

    A copy without its hidden ids still prints the question: what stands beside it is the answer. With answers of another round it is asked
    even where the whole row was taken away.
    """
    said = next((found for sheet in book.sheets if not sheet.hidden and (found := _printed(sheet)) is not None), None)
    if said is not None or stamp.carried_from:
        hold_looked(said or Said(place=Place(book.file.name)), stamp, language, notes)


def _printed(sheet: Sheet) -> Said | None:
    """Return what stands beside the printed question, or behind it in its cell; None where it is not printed."""
    for row, line in lines_of(sheet).items():
        for column, cell in line.items():
            asked = next((each for each in _ASKED if cell.kind == "text" and fold_name(cell.text).startswith(each)), "")
            if asked:
                return _answer(sheet, (row, column), line, " ".join(cell.text.split())[len(asked) :])
    return None


def _answer(sheet: Sheet, at: tuple[int, int], line: Line, behind: str) -> Said:
    row, label = at
    beside = next((column for column in sorted(line) if column > label and text_of(line[column]) != text_of(line[label])), 0)
    text = text_of(line[beside]) if beside else ""
    return Said(text or behind.strip(" :"), sheet.place_at(row, beside or label), line[beside].kind if beside else "text")


def hold_looked(said: Said, stamp: Stamp, language: str, notes: Notes) -> None:
    """Report a form on which this was asked and is not said: what it was sent back for, or whose round it is, would be forgotten."""
    if says_looked(said.text):
        return
    word, then = LOOKED_WORDS[language], round_told(stamp.carried_from)
    if said.text.strip():
        cause = phrase(_CARRIED, then=then) if stamp.carried_from else _SENT_BACK
        meaning = _SAYS_NO if yes_or_no_in(said.text) is False or _denies(said.text) else _SAYS_ELSE
        notes.add("SV610", said.place, read=shown(said.text.strip()), cause=cause, meaning=meaning, word=word)
    elif stamp.carried_from:
        notes.add("SV591", said.place, read=then, word=word)
    else:
        notes.add("SV603", said.place, word=word)


def _denies(text: str) -> bool:
    """Return whether a text begins with a no to looking, as in “chưa xem lại”; “không có gì sai” is none."""
    folded = fold_name(text)
    return folded.split()[0].strip(".,;:!") in ("chưa", "không", "chua", "khong", "no", "not") and not _NOTHING_AMISS.match(folded)
