"""A short rulebook, the titles of an export of its survey, and a mapping of them."""

from __future__ import annotations

RULES = """
id: thu
rounds: {years: [2020]}
stages: [{id: self, name: Tự chấm}, {id: appraised, name: Thẩm định}]
answers:
  nguoi: {label: Tổng số người, type: count, measure: người}
  may: {label: Số máy tính, type: count, measure: máy}
  mang: {label: Đã nối mạng, type: yes_no}
  muc: {label: Mức áp dụng, type: choice, choices: {cao: Cao, vua: Vừa, thap: Thấp}, required: false}
  chi: {label: Kinh phí, type: number, measure: triệu đồng, required: false}
  ngay: {label: Ngày báo cáo, type: date, required: false}
groups:
  - {id: so, name: Các sở, max_points: 30, members: [Sở Nội vụ, Sở Tài chính, Sở Y tế]}
criteria:
  - {id: m, max_points: 10, formula: {kind: ratio, of: may, over: nguoi, when_denominator_zero: zero}}
  - {id: n, max_points: 10, formula: {kind: yes_no, of: mang}}
  - {id: c, max_points: 4, formula: {kind: choice, of: muc, shares: {cao: 1, vua: 1/2, thap: 0}}}
  - {id: k, max_points: 3, formula: {kind: count, of: chi, each: 1}}
  - {id: d, max_points: 3, formula: {kind: formula, expr: if given(ngay) then 3 else 0}}
"""

MAPPING = """
unit: Đơn vị
submitted: Gửi lúc
columns:
  nguoi: Câu 1
  may: Câu 2
  mang: Câu 3
  muc: Câu 4
values:
  mang: {Option 1: có, Option 2: không}
  muc: {"1": Cao, "2": vua}
ignore: [Email]
"""

HEAD = ["Gửi lúc", "Đơn vị", "Câu 1", "Câu 2", "Câu 3", "Câu 4", "Email"]
