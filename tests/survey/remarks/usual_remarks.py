"""Remarks as offices write them beside right answers: none of them says anything else than the answer."""

from __future__ import annotations

RULES = """
id: thu
rounds: {years: [2020]}
answers:
  can_bo: {label: Tổng số người làm việc của đơn vị, type: count, measure: người}
  bang_thong: {label: Tổng băng thông kết nối Internet, type: number, measure: Mbps}
  kinh_phi: {label: Kinh phí chi cho CNTT trong kỳ, type: number, measure: triệu đồng}
  may_tinh: {label: Tổng số máy tính, type: count, measure: máy}
  cuoc_hop: {label: Số cuộc họp chuyên đề công nghệ thông tin trong kỳ, type: count, measure: cuộc}
  van_ban: {label: Tổng số văn bản đi, type: count, measure: văn bản}
  ty_le: {label: Tỷ lệ hài lòng theo khảo sát, type: percent}
  cham: {label: Số báo cáo CNTT gửi chậm, type: count, measure: báo cáo}
  thu_tuc: {label: Số thủ tục cung cấp trực tuyến mức độ 3, type: count, measure: thủ tục}
  ho_so: {label: Số hồ sơ tiếp nhận trực tuyến, type: count, measure: hồ sơ}
  quy_che: {label: Đã có quy chế quản lý và sử dụng mạng, type: yes_no}
  may_chu: {label: Có máy chủ đang hoạt động, type: yes_no}
  ke_hoach: {label: Kế hoạch CNTT của năm, type: choice, choices: {dung: Đúng hạn, tre: Trễ, khong: Không có}}
groups:
  - {id: a, name: Nhóm một, max_points: 130}
criteria:
  - {id: c.can_bo, max_points: 10, formula: {kind: count, of: can_bo, each: 1}}
  - {id: c.bang_thong, max_points: 10, formula: {kind: count, of: bang_thong, each: 1}}
  - {id: c.kinh_phi, max_points: 10, formula: {kind: count, of: kinh_phi, each: 1}}
  - {id: c.may_tinh, max_points: 10, formula: {kind: count, of: may_tinh, each: 1}}
  - {id: c.cuoc_hop, max_points: 10, formula: {kind: count, of: cuoc_hop, each: 1}}
  - {id: c.van_ban, max_points: 10, formula: {kind: count, of: van_ban, each: 1}}
  - {id: c.cham, max_points: 10, formula: {kind: count, of: cham, each: 1}}
  - {id: c.thu_tuc, max_points: 10, formula: {kind: count, of: thu_tuc, each: 1}}
  - {id: c.ho_so, max_points: 10, formula: {kind: count, of: ho_so, each: 1}}
  - {id: c.ty_le, max_points: 10, formula: {kind: formula, expr: ty_le / 10}}
  - {id: c.quy_che, max_points: 10, formula: {kind: yes_no, of: quy_che}}
  - {id: c.may_chu, max_points: 10, formula: {kind: yes_no, of: may_chu}}
  - {id: c.ke_hoach, max_points: 10, formula: {kind: choice, of: ke_hoach, shares: {dung: 1, tre: 1/2, khong: 0}}}
"""

ANSWERS = {
    "can_bo": 85,
    "bang_thong": 300,
    "kinh_phi": 1250,
    "may_tinh": 92,
    "cuoc_hop": 4,
    "van_ban": 1871,
    "ty_le": 95,
    "cham": 1,
    "thu_tuc": 41,
    "ho_so": 2875,
    "quy_che": "Có",
    "may_chu": "Không",
    "ke_hoach": "Đúng hạn",
}

AS_USUAL = {
    "can_bo": [
        "Kể cả hợp đồng 68",
        "80 biên chế, 5 hợp đồng",
        "40 nam, 45 nữ",
        "trong đó 12 hợp đồng theo Nghị định 68",
        "Trong đó: 5 hợp đồng 161",
        "tăng 5 so với năm 2019",
        "Giảm 2 người do nghỉ hưu",
        "tính đến 31/12/2020",
        "Số liệu đến ngày 31/12/2020",
        "Theo Quyết định số 12/QĐ-UBND ngày 05/02/2020",
        "QĐ giao biên chế số 3187/QĐ-UBND năm 2019",
        "đạt 95%",
        "85 người",
        "85",
        "Không tính 3 người biệt phái",
        "đã bao gồm 2 chi cục trực thuộc",
        "5 phòng, 2 chi cục",
        "chưa kể 4 lao động thời vụ",
        "gồm 60 công chức, 20 viên chức và 5 hợp đồng",
        "năm 2019: 80 người",
        "kỳ trước 83",
        "Liên hệ: Nguyễn Văn A, 0913 456 789",
        "ĐT 0252.3821234",
        "email a@binhthuan.gov.vn",
        "xem phụ lục 1",
        "Điều 5 khoản 2 Nghị định 64/2007/NĐ-CP",
        "trang 5",
        "Văn phòng Sở, số 12 Nguyễn Tất Thành",
        "biên chế được giao 90",
        "90 chỉ tiêu biên chế, có mặt 85",
        "có 3 đ/c đi học",
        "1 giám đốc, 3 phó giám đốc",
        "Đã rà soát",
        "không thay đổi so với năm 2019",
        "không đổi so với năm trước",
        "không",
        "không có",
        "Không có ý kiến",
        "100% có máy tính",
        "Bảng lương tháng 12/2020",
        "bảng lương T12",
        "Phòng TCCB cung cấp",
        "02 người nghỉ thai sản",
        "Số người làm việc tại thời điểm 31/12/2020",
        "Số liệu theo báo cáo thống kê năm 2020",
        "biên chế 2020",
        "(theo QĐ 45)",
        "có danh sách kèm theo",
    ],
    "bang_thong": [
        "02 đường FTTH 150 Mbps",
        "FPT 200 Mbps, VNPT 100 Mbps",
        "2 x 150",
        "VNPT, hợp đồng số 45/HĐ-VNPT",
        "0,3 Gbps",
        "Đường truyền số liệu chuyên dùng cấp 2",
        "gói Fiber 300",
        "nhà cung cấp Viettel, 02 đường",
        "cam kết quốc tế 10 Mbps",
        "dự phòng 50 Mbps",
    ],
    "kinh_phi": [
        "ngân sách tỉnh 800, sự nghiệp 450",
        "1,25 tỷ đồng",
        "1.250.000.000 đồng",
        "đạt 95% dự toán",
        "mua máy chủ 500 triệu",
        "QĐ 12/QĐ-STC ngày 3/1/2020 giao 1.300 triệu",
        "tăng 200 triệu so với năm 2019",
        "năm 2019: 900 triệu đồng",
        "làm tròn",
        "Theo quyết toán năm 2020",
        "gồm 3 hạng mục",
        "nguồn NSNN",
        "đợt 1: 500, đợt 2: 750",
    ],
    "may_tinh": [
        "5 máy đi thuê",
        "trong đó 7 máy hỏng",
        "80 máy bàn, 12 laptop",
        "100 máy, hỏng 8",
        "Core i5, RAM 8GB, Windows 10",
        "mua 20 máy năm 2019",
        "mới mua 10 máy (2020)",
        "trang bị từ năm 2016",
        "88/92 máy còn tốt",
        "Biên bản kiểm kê 31/12, trang 2",
        "Biên bản kiểm kê tài sản 0h ngày 01/01/2021",
        "10 máy chờ thanh lý",
        "kể cả máy tính xách tay",
        "mỗi người 1 máy",
        "92/85 máy/người",
        "tem kiểm kê 01-92",
        "10 máy cấu hình thấp",
        "đã trừ 5 máy thanh lý",
    ],
    "cuoc_hop": [
        "quý I: 1; quý II: 1; quý III: 2",
        "1 cuộc/quý",
        "15 người dự",
        "tháng 1, 3, 6, 9",
        "họp ngày 5/2, 10/5, 12/8 và 3/11",
        "TB số 12/TB-SNV, 45/TB-SNV",
        "Thông báo 88/TB-STC ngày 15/6/2020",
        "giao ban quý 2 lần",
        "Lồng ghép họp giao ban tháng",
        "lúc 14h30 ngày 5/2/2020",
        "họp 6 tháng đầu năm và cuối năm",
        "Giấy mời số 15/GM-STC",
        "Câu 3/mục 2 biên bản họp",
        "lúc 8h, phòng họp số 2",
    ],
    "van_ban": [
        "trên phần mềm QLVB iOffice",
        "xuất từ VNPT-iOffice ngày 31/12/2020",
        "từ số 01 đến số 1871",
        "1203 VB điện tử",
        "không tính văn bản mật",
        "từ 01/01/2020 đến 31/12/2020",
        "theo sổ công văn đi năm 2020",
        "trung bình 5 văn bản/ngày",
        "số cuối: 1871/STC-VP",
        "từ 01/01 đến 31/12",
        "sổ công văn đi số 02",
    ],
    "ty_le": [
        "190/200 phiếu",
        "khảo sát 200 phiếu",
        "tăng 2% so với năm 2019",
        "95%",
        "Báo cáo số 15/BC-SNV",
        "phát ra 250 phiếu, thu về 200 phiếu",
    ],
    "cham": [
        "chậm 5 ngày",
        "BC quý II gửi ngày 20/6",
        "báo cáo 6 tháng đầu năm gửi trễ 2 ngày",
        "do sự cố mạng",
        "1/12 báo cáo",
        "gửi lại lần 2",
        "Báo cáo tháng 6/2020",
    ],
    "thu_tuc": [
        "QĐ 1867/QĐ-UBND",
        "41/123 thủ tục",
        "mức độ 4: 36",
        "trên Cổng dịch vụ công https://dichvucong.binhthuan.gov.vn",
        "gồm 3 lĩnh vực",
        "lĩnh vực đất đai 20, xây dựng 21",
        "Quyết định số 88/QĐ-UBND ngày 1/3/2020 (88 trang)",
    ],
    "ho_so": [
        "trễ hạn 17 hồ sơ",
        "2875/4210",
        "đạt 68,3%",
        "phát sinh 5 thủ tục",
        "từ 15/12/2019 đến 14/12/2020",
    ],
    "quy_che": [
        "QĐ số 15/QĐ-STC ngày 20/3/2019",
        "ban hành năm 2019",
        "năm 2019",
        "QĐ 45/QĐ-STC năm 2018",
        "Quy chế kèm theo QĐ 12",
        "Có",
        "chưa có ý kiến khác",
        "không thay đổi",
        "sửa đổi năm 2020",
        "ban hành lại tháng 5/2020",
        "theo quy chế mẫu của tỉnh",
        "sẽ bổ sung bản mới năm 2021",
        "chưa sửa đổi từ năm 2018",
        "đã ban hành",
        "đã có QĐ 15/QĐ-STC",
        "có",
        "Đã đăng trên trang http://stc.binhthuan.gov.vn/quyche?id=15",
    ],
    "may_chu": [
        "dùng chung máy chủ của tỉnh",
        "thuê dịch vụ",
        "dự kiến năm 2021",
        "Không",
        "chưa có",
        "chưa có kinh phí",
    ],
    "ke_hoach": [
        "KH số 15/KH-STC ngày 10/01/2020",
        "Kế hoạch 88/KH-STC",
        "ban hành ngày 15/01/2020",
        "đúng hạn",
    ],
}
