"""What the names of files and sheets, titles, page headers and signatures say of a whole form: a draft, a year, a part of a year."""

from __future__ import annotations

import re
from pathlib import PurePath

from ictscore.survey.labels.unit_names import fold_name

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_DRAFT = r"(?:dự thảo|nháp|draft|chưa chính thức|chưa (?:được )?(?:phê )?duyệt)"
_PAPER = r"(?:phiếu|báo cáo|số liệu|bảng|biểu|kết quả|bản|tệp|file)"
_WHICH = r"(?: lần (?:thứ )?\w+| \d+)?(?:,? năm 20\d\d)?"
_MORE = rf"[\s\-–:.,;()\[\]*]*(?:{_PAPER}|chưa|tự đánh giá|xin|cần|để|trang)(?!\w).*"
_DRAFTS = re.compile(
    rf"[(\[*\s]*(?:{_PAPER} )*{_DRAFT}{_WHICH}(?:{_MORE})?[)\]*.!\s]*|{_PAPER}(?!\w).*[(\[\-–]\s*(?:bản )?{_DRAFT}{_WHICH}\s*[)\]]?"
)
_DRAFT_NAME = re.compile(r"(?<!\w)(?:nháp|dự thảo|draft|bản cũ|không dùng|bỏ(?! phiếu)|hủy|huỷ)(?!\w)|(?<!\w)cũ(?!\w)\W*(?:$|bỏ|không)")
_DRAFT_PLAIN = re.compile(r"(?<![a-z])(?:khong dung|ban nhap(?! (?:so|du) lieu)|du thao|draft|ban cu)(?![a-z])")
_KIND_NAME = re.compile(
    r"(?<!\w)(?:dự kiến|tạm tính|sơ bộ|(?<!quy )(?<!công )(?<!hiệp )(?<!khế )ước|ưth|uth|chưa chốt|số tạm|số liệu tạm)(?!\w)"
    r"|^(?:(?:số|số liệu|phiếu|bảng) )?(?:kh|kế hoạch|chỉ tiêu|mục tiêu)(?: năm)? ?20\d\d$"
)
_KIND_PLAIN = re.compile(
    r"(?<![a-z])(?:du kien|tam tinh|so bo(?! sung)|so uoc|uoc (?:thuc hien|th|tinh|dat|nam)|chua chot|so(?: lieu)? tam)(?![a-z])"
)
_SOME_MONTHS = re.compile(
    r"(?<!ngay )(?<!ngày )(?<![\d\w])(?:0?[369] ?|s[aá]u |ch[ií]n )th[aá]ng(?! \d{1,2}(?!\d))(?!\w)|(?<!\w)0?[369]t(?=(?: |20)\d)"
    r"|(?<!\w)qu[yýí] (?:0?[1-4]|i{1,3}|iv)(?!\w)"
)
_SIGNED = re.compile(
    r"(?:[^\d,;:]{2,40},\s*)?(?:ngày\s*)?(?:[\d….\s_]{1,12}tháng[\d….\s_]{1,12}năm\s*|\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*"
    r"|tháng\s*\d{1,2}\s*(?:[/.\-]|,? năm)\s*)((?:19|20)\d\d)\.?"
)
_SEPARATORS = re.compile(r"[\s_\-.]+")


def says_draft(text: str) -> bool:
    """Return whether a title says that what it stands over is a draft.

    >>> [says_draft(each) for each in ("DỰ THẢO PHIẾU KHẢO SÁT", "Phiếu khảo sát (bản nháp)", "Dự thảo văn bản được lấy ý kiến")]
    [True, True, False]
    """
    return _DRAFTS.fullmatch(fold_name(text)) is not None


def names_draft(name: str) -> bool:
    """Return whether the name of a sheet or file says that it is a draft, or not the version that counts.

    >>> [names_draft(each) for each in ("Nháp", "Phiếu (cũ - bỏ)", "Phieu du thao", "Phiếu nhập", "Cũ và mới")]
    [True, True, True, False, False]
    """
    spaced = _spaced(fold_name(name))
    return _DRAFT_NAME.search(spaced) is not None or (spaced.isascii() and _DRAFT_PLAIN.search(spaced) is not None)


def names_kind(name: str) -> bool:
    """Return whether the name of a sheet or file says that its data are planned, estimated or not final.

    >>> [names_kind(each) for each in ("Số ước", "Dự kiến", "KH 2020", "So Noi vu - so bo", "Kế hoạch", "Quy ước", "So-Ke-hoach-va-Dau-tu")]
    [True, True, True, True, False, False, False]
    """
    spaced = _spaced(fold_name(name)).strip()
    return _KIND_NAME.search(spaced) is not None or (spaced.isascii() and _KIND_PLAIN.search(spaced) is not None)


def names_some_months(name: str) -> bool:
    """Return whether the name of a file or folder says that the data are of some months.

    >>> [names_some_months(each) for each in ("So Tai chinh - 6 thang dau nam", "quy-2", "Quy hoach 2", "6 thang 9", "Quý III")]
    [True, True, False, False, True]
    """
    return _SOME_MONTHS.search(_spaced(fold_name(name))) is not None


def years_of_file(file: str) -> frozenset[int]:
    """Return the years of this century in the name of a file.

    >>> sorted(years_of_file("gui/Phieu 2019 So Tai chinh.xlsx")), sorted(years_of_file("2019/So-Tai-chinh_20190930.xlsx"))
    ([2019], [])
    """
    return frozenset(map(int, _YEAR.findall(stem_of(file))))


def years_signed(text: str) -> frozenset[int]:
    """Return the years of the days of signing in a text, each alone in its line.

    >>> sorted(years_signed("Bình Thuận, ngày 15 tháng 9 năm 2019")), sorted(years_signed("Theo công văn ngày 15 tháng 9 năm 2019"))
    ([2019], [])
    """
    found = (_SIGNED.fullmatch(fold_name(line)) for line in text.splitlines())
    return frozenset(int(each[1]) for each in found if each is not None)


def folder_of(file: str) -> str:
    """Return the name of the folder or archive in which a file lies; nothing where its name says none.

    >>> folder_of("nhan/Nháp/phieu.xlsx"), folder_of("nhan/Quý III.zip › phieu.xlsx"), folder_of("phieu.xlsx")
    ('Nháp', 'Quý III', '')
    """
    parts = re.split(r"/| › ", file.replace("\\", "/"))
    return re.sub(r"\.zip$", "", parts[-2], flags=re.IGNORECASE) if len(parts) > 1 else ""


def stem_of(file: str) -> str:
    """Return the name of a file without its folders and its ending."""
    return PurePath(file.replace("\\", "/").rsplit("/", 1)[-1]).stem


def _spaced(text: str) -> str:
    return _SEPARATORS.sub(" ", text)
