"""Remarks that explain a figure: outside of the answer, left over, the opposite, a version, a plan, or said to be another thing."""

from __future__ import annotations

EXPLAINED = {
    "may_tinh": ["Máy mua trước 2015: 20", "Khấu hao hết 30 máy", "Dự án tài trợ 10 máy", "Máy xách tay 13", "Năm trước: 71"],
    "ho_so": ["Rút 3 hồ sơ", "Bưu chính công ích 45", "Tháng 12 nhận 50 hồ sơ", "Từ chối 5 hồ sơ"],
    "can_bo": [
        "93 người là số được giao biên chế",
        "101 người còn lại thuộc chi cục, không thuộc phạm vi",
        "QLCB 8.0, MISA",
        "Tăng 5 so với đầu năm (80)",
        "Chưa thẩm định",
        "Đảng viên 45",
        "Nữ 30",
        "Tinh giản 1 biên chế",
        "Tuyển mới 3 người",
        "Văn phòng: 15; Thanh tra: 8; các phòng khác: 62",
    ],
    "kinh_phi": [
        "Số quyết toán, làm tròn đến trăm nghìn đồng",
        "làm tròn đến hàng chục triệu đồng",
    ],
    "cuoc_hop": [
        "Ngoài ra lồng ghép trong 12 cuộc giao ban",
        "Không tính 24 cuộc họp giao ban tuần",
    ],
    "van_ban": [
        "UBND: 1.200; Văn phòng: 671",
        "5.120 - 3.249 = 1.871",
        "Không kể văn bản mật (17 VB)",
    ],
    "ty_le": [
        "Cao nhất 98 (Phòng Tài vụ), thấp nhất 62",
        "190 phiếu hài lòng trên 200 phiếu",
    ],
    "cham": [
        "Đã gửi 17/18 báo cáo đúng hạn",
        "Đã gửi đủ 4 báo cáo",
        "Đã gửi 3 báo cáo quý",
        "Đã gửi 01 báo cáo năm",
        "12 báo cáo đều đúng hạn",
        "Đúng hạn 11 báo cáo, trước hạn 6 báo cáo",
        "Gửi đủ 3 báo cáo quý và 01 báo cáo 6 tháng",
        "17 báo cáo đã gửi là số báo cáo cả năm",
        "18 báo cáo trong năm; gửi chậm: 1",
    ],
    "thu_tuc": [
        "Mức 3 và 4: 59 thủ tục",
        "Giảm 15 TTHC so với 2019 (56)",
        "Tích hợp Cổng DVCQG: 6",
    ],
    "quy_che": [
        "Đang sửa đổi, bổ sung",
        "Đang áp dụng",
        "đang sử dụng tốt",
        "Sẽ sửa đổi năm 2021",
    ],
    "may_chu": [
        "Đã có dự thảo",
        "Đã trình",
        "Đã có công văn xin cấp",
        "Sẽ mua năm 2021",
    ],
}
