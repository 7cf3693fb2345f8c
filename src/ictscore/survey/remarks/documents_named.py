"""Whether what stands among the evidence may name a document, or is only said of the figure beside it."""

from __future__ import annotations

from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.remarks.spoken import Spoken

_DOCUMENT = Spoken(
    r"(?<!\w)(?:báo cáo|quyết định|kế hoạch|công văn|văn bản|biên bản|danh sách|danh mục|hợp đồng|bảng|biểu|sổ|phiếu|phụ lục|hồ sơ"
    r"|tờ trình|thông báo|quy chế|quy định|quy trình|nghị quyết|giấy|hóa đơn|hoá đơn|chứng từ|chứng nhận|chứng thư|ảnh|hình|chụp"
    r"|link|website|trang|cổng|phần mềm|hệ thống|tài liệu|tệp|file|thư mục|kèm|xem|theo|đính|qđ|cv|kh|bc|tb|hđ|bb|tt|đã gửi|đã nộp)(?!\w)"
    r"|[./\\:@]\w"
)


def may_name_document(text: str) -> bool:
    """Return whether a text among the evidence may name a document: by a word for one, a number, an address or the name of a file.

    >>> [may_name_document(each) for each in ("QĐ 12/QĐ-STC", "Kế hoạch năm", "minh-chung.pdf", "số ước", "chưa chốt", "của toàn ngành")]
    [True, True, True, False, False, False]
    """
    return any(map(str.isdigit, text)) or _DOCUMENT.search(fold_name(text)) is not None
