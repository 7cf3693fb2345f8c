"""Numbers in a remark that only name something: documents, their parts and days, pages, addresses, telephones, products."""

from __future__ import annotations

import re

from ictscore.survey.labels.loose_labels import plain
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.remarks.spoken import Spoken

CITED = "§"
"""What stands in a text for what was taken away."""

DOCUMENT = (
    r"(?:quyết định|qđ|công văn|cv|kế hoạch|kh|báo cáo|bc|thông báo|tb|nghị quyết|nq|nghị định|nđ|thông tư|tt|chỉ thị|ct|văn bản|vb"
    r"|luật|hợp đồng|hđ|biên bản|bb|tờ trình|ttr|giấy mời|gm|hướng dẫn|hd|chương trình|đề án|hóa đơn|hoá đơn|giấy chứng nhận|gcn"
    r"|danh sách|ds|quy chế|phiếu|công điện|giấy phép|hồ sơ số|sổ)"
)
_PART = (
    r"(?:phụ lục|pl|điều|khoản|điểm|mục|chương|phần|trang|tr\.?|tờ|dòng|cột|câu|tiêu chí|chỉ tiêu|stt|số thứ tự|bảng|biểu"
    r"|mẫu(?: số)?|hình|ảnh|file"
    r"|tệp|tập tin|tập|quyển|phòng|tầng|lầu|số nhà|đường|quốc lộ|lô|tổ|khu phố|kp|thôn|ấp|hàng|mức độ|mức|cấp độ|cấp|loại|hạng"
    r"|nhóm|khóa|khoá|kỳ họp"
    r"|lần(?: thứ)?|đợt|thứ|mã(?: số)?|mst|số hiệu|seri|serial|ký hiệu|tài khoản|biển số|phiên bản|version|ver\.?|số dư|hộp thư)"
)
_NUMBER = r"(?:\d+(?:[./–-]\d+)*[a-zđ]?(?!\w)|[ivx]{1,5}(?!\w))"
_CHAIN = rf"{_NUMBER}(?:\s*(?:và|đến|-|–)\s*{_NUMBER}|\s*,\s*{_NUMBER}(?=\s*(?:$|[,.;)]|và\b)))*"
_YEAR = r"(?:19|20)\d\d"
_WEB = r"https?://\S+|www\.\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org)\b\S*"
_PHONE = (
    r"\b(?:điện thoại|đt|sđt|đtdđ|tel|hotline|zalo|fax|di động|liên hệ)\s*[.:]*\s*[\d(+][\d .()+/-]{5,}\d"
    r"|(?<![\d.,])(?:\+84|0)\d{1,3}[ .-]?\d{3}[ .-]?\d{3,4}(?!\d)"
)
_CODE = (
    r"(?:\bsố\s*:?\s*)?(?<![\d.,])\d{1,6}[a-zđ]?(?:"
    rf"\s*/\s*(?:{_YEAR}\s*/\s*)?[a-zđ]{{1,10}}(?!\w)(?:\s*[-–/&.]\s*[a-zđ0-9]{{1,10}}(?!\w))*"
    r"|[-–][a-zđ]{1,10}/[a-zđ]{1,10}(?!\w))"
)
_MORE_MONTHS = r"(?:\s*,\s*(?:[1-9]|1[0-2])(?=\s*(?:$|[,.;)/]|và\b))|\s*(?:và|-|–|đến)\s*(?:tháng )?(?:[1-9]|1[0-2])(?!\d))*"
_DAY = (
    rf"(?:\bngày\s*)?(?<![\d/.,])\d{{1,2}}\s*[/.\-]\s*\d{{1,2}}\s*[/.\-]\s*(?:{_YEAR}|\d\d)(?!\d)"
    rf"|\bngày\s*\d{{1,2}}\s*[/.\-]\s*\d{{1,2}}(?!\d)"
    rf"|(?:\bngày\s*)?\d{{1,2}} tháng \d{{1,2}}(?:,? năm {_YEAR})?|\btháng \d{{1,2}}{_MORE_MONTHS}(?:\s*[/.\-]\s*{_YEAR}"
    rf"| năm {_YEAR})?(?![\d/])"
    rf"|(?<![\d/.,])\d{{1,2}}\s*/\s*{_YEAR}(?!\d)|\bngày \d{{1,2}}(?!\d)"
)
_CLOCK = r"\b\d{1,2}\s*(?:h|giờ)\s*\d{2}\b|\b24\s*/\s*(?:7|24)\b|\b7\s*/\s*7\b"
_PRODUCT = (
    r"\b(?:windows(?: server)?|win|office|word|excel|iso(?:[/ ]iec)?|tcvn(?:[/ ]iso)?|core|sql server|server|usb|cat|wifi|chrome"
    r"|firefox|oracle)"
    r"\s*\.?\d[\d.:\-]*"
)
_NAMED = r"(?<!\w)(?!x\s?1|x\d{1,2}(?!\w))[^\W\d_]+\d[\w.]*"
"""Letters with digits right behind them: IPv6, A4, Q3. “x1000” is none of them."""
_OF_DOCUMENT = rf"\b{DOCUMENT}\s*(?:số|so)?\s*[:.]?\s*{_CHAIN}|\b{DOCUMENT}\b[^.;:,()\d]{{0,40}}?(?<!tổng )\bsố\s*:?\s*{_CHAIN}"
_YEAR_OF_DOCUMENT = rf"\b{DOCUMENT}\b(?:(?!\bsố liệu\b)[^.;()\d]){{0,60}}?\bnăm {_YEAR}(?:\s*[-–]\s*{_YEAR})?"
_MONTHS_OF_DOCUMENT = (
    rf"\b(?:{DOCUMENT}|họp(?: giao ban)?|sơ kết|giao ban)\b(?:(?!\bsố liệu\b)[^.;:,()\d]){{0,30}}?"
    rf"\b(?:\d{{1,2}} tháng(?: (?:đầu|cuối) năm)?|qu[ýí] (?:[1-4]|i{{1,3}}v?|iv))(?!\w)(?: năm {_YEAR}|\s*/\s*{_YEAR}| {_YEAR})?"
)
_PATTERNS = tuple(
    map(
        Spoken,
        (
            _WEB,
            _PHONE,
            _CODE,
            _MONTHS_OF_DOCUMENT,
            _YEAR_OF_DOCUMENT,
            _OF_DOCUMENT,
            _DAY,
            _CLOCK,
            _PRODUCT,
            rf"\b{_PART}\s*(?:số)?\s*[:.]?\s*{_CHAIN}",
            _NAMED,
        ),
    )
)
_ADDRESS = re.compile(
    r"(?:\b[Ss]ố(?: nhà)?|[Đđ]ường|[Tt]ại|[ỞởĐđ]/?c:?|[Đđ]ịa chỉ:?)\s*\d+[a-zA-Z]?(?:/\d+)*,?\s+([^\W\d_]+)\s+([^\W\d_]+)"
)
_VERSION = re.compile(
    r"(?<!\w)(?!(?:TB|BQ|SL|TS|TC|ĐTB)\b)[^\W\d_]*[A-ZĐ]{2,}[^\W\d_]*\s+v?\d{1,2}\.\d{1,2}(?=\s*(?:$|[,;)]|và\b|\.(?!\d)))"
)
"""A name in capitals and a number with a point behind it: “QLNS 8.0”."""


def without_citations(text: str) -> str:
    """Return a text, folded, with a sign where something is only named by a number.

    >>> without_citations("Theo QĐ số 12/QĐ-UBND ngày 05/02/2020, trang 5: 88 người")
    'theo qđ § §, §: 88 người'
    """
    folded = fold_name(_VERSION.sub(CITED, _ADDRESS.sub(_named, plain(text))))
    for pattern in _PATTERNS:
        folded = pattern.sub(CITED, folded)
    return folded


def _named(found: re.Match[str]) -> str:
    """Take an address away: a number before words that are written as names are."""
    is_name = all(each[:1].isupper() and not each[1:].isupper() for each in found.groups())
    return CITED if is_name else found[0]
