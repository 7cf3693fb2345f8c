"""Forms: what is written reads back, whoever fills them in sees what is wanted, and the same form is the same bytes."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.comments import Comment

from ictscore.errors import FileRefused
from ictscore.expr.values import Blank, not_applicable, unreadable
from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.shipped import shipped_ids
from ictscore.survey.blank.form import write_form
from ictscore.survey.blank.questions import form_questions
from ictscore.survey.blank.table import write_table
from ictscore.survey.blank.validations import LISTS_SHEET
from ictscore.survey.layout import STAMP_SHEET
from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Answer, Submission

RULEBOOK = """
id: thu-2020
title: Bộ tiêu chí thử
language: vi
decision: {number: 1/QĐ-UBND, issuer: UBND tỉnh, source: {ref: q, basis: stated}}
sources: {q: {title: Quyết định}}
answers:
  so: {label: Số máy, type: count, measure: máy, not_applicable: true, help: HELP}
  bao_nhieu: {label: Kinh phí, type: number, min: -5, required: false}
  ty_le: {label: Tỷ lệ, type: percent, not_applicable: true}
  co: {label: Có mạng, type: yes_no, not_applicable: true}
  muc: {label: Mức, type: choice, choices: {a: Mức một, b: Mức hai}, evidence: Quyết định}
  diem: {label: Điểm, type: points, min: 0, max: 5}
  ngay: {label: Ngày, type: date, ask: [mot, hai]}
  chu: {label: Ý kiến, type: text, ask: [mot, hai]}
groups:
  - {id: mot, name: Nhóm một, source: {ref: q, basis: stated}}
  - {id: hai, name: Nhóm hai, members: [Sở A, Sở B], ranked_within: parent, source: {ref: q, basis: stated}}
sections:
  - id: p
    number: I
    name: Phần
    max_points: 20
    source: {ref: q, basis: stated}
    criteria:
      - {id: c1, number: "1", name: Máy, max_points: 5, formula: {kind: count, of: so, each: 1}, source: {ref: q, basis: stated}}
      - id: c2
        number: "2"
        name: Tiền
        max_points: 4
        formula: {kind: steps, on: bao_nhieu + ty_le, steps: [{from: 4, points: 4}], otherwise: 0}
        source: {ref: q, basis: stated}
      - {id: c3, number: "3", name: Mạng, max_points: 3, formula: {kind: yes_no, of: co}, source: {ref: q, basis: stated}}
      - id: c4
        number: "4"
        name: Mức
        max_points: 3
        formula: {kind: choice, of: muc, points: {a: 3, b: 1}}
        source: {ref: q, basis: stated}
      - id: c5
        number: "5"
        name: Chấm
        max_points: 5
        formula: {kind: graded, of: diem}
        source: {ref: q, basis: modelled, archetype: C17}
scale: {max_points: 20, source: {ref: q, basis: stated}}
rounding: {total: 2, source: {ref: q, basis: stated}}
ranking: {source: {ref: q, basis: stated}}
stages:
  - {id: self, name: Tự chấm, source: {ref: q, basis: stated}}
  - {id: appraised, name: Thẩm định, source: {ref: q, basis: stated}}
  - {id: council, name: Hội đồng, source: {ref: q, basis: stated}}
"""


def decimals(least, most):
    """Return numbers with at most three decimals."""
    return st.integers(least * 1000, most * 1000).map(lambda each: Fraction(each, 1000))


VALUES = {
    "so": st.integers(0, 10**12).map(Fraction) | st.just(not_applicable("so")),
    "bao_nhieu": decimals(-5, 10**9),
    "ty_le": decimals(0, 100) | st.just(not_applicable("ty_le")),
    "co": st.booleans() | st.just(not_applicable("co")),
    "muc": st.sampled_from(["a", "b"]),
    "diem": decimals(0, 5),
    "ngay": st.dates(date(2000, 1, 1), date(2099, 12, 31)).map(date.isoformat),
    "chu": st.text(st.sampled_from("abc Đườnng,;=+-1'\"<&>"), min_size=1, max_size=40).map(lambda text: f"x{text}x"),
}
POINTS = {"c1": decimals(0, 5), "c4": decimals(0, 3), "c5": decimals(0, 5)}


def by_stage(values, stages):
    """Return some of the answers at every stage."""
    return st.fixed_dictionaries({stage: st.fixed_dictionaries({}, optional=values) for stage in stages})


FILLED = st.tuples(by_stage(VALUES, ["self", "appraised", "council"]), by_stage(POINTS, ["self", "appraised", "council"]))


def submission(unit, group, answers, points, parent=None):
    """Return a submission of plain values."""

    def wrapped(layer):
        return {stage: {name: Answer(value) for name, value in values.items()} for stage, values in layer.items()}

    return Submission(unit, group, wrapped(answers), wrapped(points), parent)


def plain(layer):
    """Return the given values of a layer, blanks as their kinds."""
    said = {stage: {name: each.value for name, each in values.items()} for stage, values in layer.items()}
    said = {stage: {name: v.kind if isinstance(v, Blank) else v for name, v in values.items()} for stage, values in said.items()}
    return {stage: kept for stage, values in said.items() if (kept := {name: v for name, v in values.items() if v != "missing"})}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """Return a small rulebook with every type of answer and all stages."""
    return made(tmp_path_factory.mktemp("thu"), RULEBOOK.replace("HELP", "Đếm cả máy thuê"))


def made(folder, text):
    """Return the rulebook of a text."""
    path = folder / "rulebook.yaml"
    path.write_text(text, encoding="utf-8")
    return load_rulebook(str(path))


def read_back(loaded, data, tmp_path, name="f.xlsx", stage=None):
    """Return the survey that a workbook's bytes hold, as of a stage."""
    path = tmp_path / name
    path.write_bytes(data)
    return read_survey([path], loaded.rulebook, loaded.hash, options=ReadOptions(stage=stage))


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filled=FILLED)
def test_a_filled_form_reads_back(loaded, tmp_path, filled):
    """Every answer and every point at every stage is read from the form as it was written into it, where its last stage is named."""
    wanted = submission("Sở “A” & con", "mot", *filled)
    survey = read_back(loaded, write_form(loaded, wanted), tmp_path, stage="council")
    (found,) = survey.submissions
    assert (found.unit, found.group) == ("Sở “A” & con", "mot")
    assert plain(found.answers) == plain(wanted.answers)
    assert plain(found.points) == plain(wanted.points)
    is_blank = not any(plain(wanted.answers).values())
    assert {each.code for each in survey.findings if each.severity == "error"} <= ({"SV102"} if is_blank else set())


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=FILLED, second=FILLED)
def test_a_filled_table_reads_back(loaded, tmp_path, first, second):
    """Every answer and every point at every stage is read from the table as it was written into it, in the group of its sheet."""
    wanted = [submission("Sở A", "mot", *first), submission("Sở B", "hai", *second, parent="Sở A")]
    survey = read_back(loaded, write_table(loaded, wanted), tmp_path)
    assert [(each.unit, each.group, each.parent) for each in survey.submissions] == [("Sở A", "mot", None), ("Sở B", "hai", "Sở A")]
    for found, each in zip(survey.submissions, wanted, strict=True):
        assert plain(found.answers) == plain(each.answers)
        assert plain(found.points) == plain(each.points)


def test_the_parent_is_asked_where_it_matters(loaded, tmp_path):
    """A group that is ranked within its parent units has a row for the parent, and it reads back."""
    data = write_form(loaded, submission("Sở B", "hai", {"self": {"so": Fraction(3)}}, {}, parent="Sở A"))
    assert read_back(loaded, data, tmp_path).submissions[0].parent == "Sở A"


@pytest.mark.parametrize("identifier", shipped_ids())
def test_every_shipped_rulebook_has_a_form_for_every_group(identifier):
    """Every group of every shipped rulebook has a form, and making it again gives the same bytes."""
    loaded = load_rulebook(identifier)
    for group in loaded.rulebook.groups:
        data = write_form(loaded, Submission("Sở Y tế", group.id, {}))
        assert data == write_form(loaded, Submission("Sở Y tế", group.id, {}))


def test_a_form_bears_the_day_its_makers_ask_for(loaded, monkeypatch):
    """The day of making is the one of SOURCE_DATE_EPOCH, and 1980 where none is given."""
    filled = Submission("", "mot", {})
    assert b"1980-01-01" in ZipFile(BytesIO(write_form(loaded, filled))).read("docProps/core.xml")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    assert b"2020-09-13" in ZipFile(BytesIO(write_form(loaded, filled))).read("docProps/core.xml")


def test_only_the_cells_to_fill_in_are_open(loaded):
    """The sheet is protected; the answer, the evidence and the note of a question are not; the question and later stages are."""
    sheet = load_workbook(BytesIO(write_form(loaded, Submission("Sở A", "mot", {})))).worksheets[0]
    row = next(cell.row for cell in sheet["A"] if cell.value == "so")
    assert sheet.protection.sheet
    assert [sheet.cell(row, column).protection.locked for column in range(1, 11)] == [True] * 4 + [False] * 3 + [True] * 3


def test_marks_lists_and_stamp_are_out_of_sight(loaded):
    """The row and the column of marks are hidden, the lists too; the stamp can only be seen by a program."""
    book = load_workbook(BytesIO(write_form(loaded, Submission("Sở A", "mot", {}))))
    sheet = book.worksheets[0]
    assert sheet.row_dimensions[1].hidden
    assert sheet.column_dimensions["A"].hidden
    assert book[LISTS_SHEET].sheet_state == "hidden"
    assert book[STAMP_SHEET].sheet_state == "veryHidden"
    stamp = {row[0].value: row[1].value for row in book[STAMP_SHEET].iter_rows()}
    assert stamp["rulebook"] == "thu-2020"
    assert stamp["hash"] == loaded.hash
    assert stamp["unit"] == "Sở A"


def test_choices_are_lists_and_numbers_have_limits(loaded):
    """What is chosen has a list on the hidden sheet; a number's rule allows the word for what does not apply where that is allowed."""
    book = load_workbook(BytesIO(write_form(loaded, Submission("Sở A", "mot", {}))))
    sheet = book.worksheets[0]
    rows = {cell.value: cell.row for cell in sheet["A"]}
    rules = {str(each.sqref): each for each in sheet.data_validations.dataValidation}
    muc, so = rules[f"E{rows['muc']}"], rules[f"E{rows['so']}"]
    assert muc.type == "list"
    assert LISTS_SHEET in muc.formula1
    assert so.type == "custom"
    assert "Không áp dụng" in so.formula1
    assert "Đếm cả máy thuê" in so.prompt
    lists = [[cell.value for cell in column if cell.value] for column in book[LISTS_SHEET].iter_cols()]
    assert ["Có", "Không", "Không áp dụng"] in lists
    assert ["Mức một", "Mức hai"] in lists


@pytest.mark.parametrize("answers", [{}, {"so": Fraction(1234), "bao_nhieu": Fraction(12), "ty_le": Fraction(95), "diem": Fraction(3)}])
@pytest.mark.parametrize(("write", "is_form"), [(write_form, True), (lambda loaded, filled: write_table(loaded, [filled]), False)])
def test_numbers_have_no_format_of_their_own(loaded, answers, write, is_form):
    """Under a format such as #,##0 programs keep 1 of a typed “100%” and show nothing of it; under none they show it."""
    sheet = load_workbook(BytesIO(write(loaded, submission("Sở A", "mot", {"self": answers}, {})))).worksheets[0]
    marks = sheet["A"] if is_form else sheet[1]
    for name in ("so", "bao_nhieu", "ty_le", "diem"):
        mark = next(cell for cell in marks if cell.value == name)
        below = [sheet.cell(mark.row, 5)] if is_form else [sheet.cell(row, mark.column) for row in range(mark.row + 1, sheet.max_row + 1)]
        assert {cell.number_format for cell in below} == {"General"}


def test_modelled_points_are_told_on_the_face(loaded):
    """A form says how many of its points are a model's and not the decision's."""
    sheet = load_workbook(BytesIO(write_form(loaded, Submission("Sở A", "mot", {})))).worksheets[0]
    assert any("5/20" in str(cell.value) for row in sheet.iter_rows() for cell in row)


def test_help_that_excel_would_cut_is_refused(tmp_path):
    """A help text longer than Excel shows stops the making of the form and names the trouble."""
    long = made(tmp_path, RULEBOOK.replace("HELP", "rất dài " * 40))
    with pytest.raises(FileRefused) as refused:
        write_form(long, Submission("Sở A", "mot", {}))
    (found,) = refused.value.findings
    assert (found.code, found.values["answer"], found.values["limit"]) == ("IO410", "so", 255)
    assert found.place.line == next(number for number, line in enumerate(RULEBOOK.splitlines(), 1) if "help:" in line)


def test_a_number_a_cell_cannot_hold_is_refused(loaded):
    """A third has no exact place in a cell: nothing is written rather than a number near it."""
    with pytest.raises(FileRefused) as refused:
        write_form(loaded, submission("Sở A", "mot", {"self": {"bao_nhieu": Fraction(1, 3)}}, {}))
    assert refused.value.findings[0].code == "IO406"


def rows_of(sheet):
    """Return the rows of a form's sheet by their hidden ids."""
    return {cell.value: cell.row for cell in sheet["A"] if cell.value}


def texts_of(sheet):
    """Return everything written on a sheet, as one text."""
    return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)


def test_the_sheets_stand_in_the_order_people_need_them(loaded):
    """First the questions, then what is missing, the points, the guide; lists and stamp are out of sight behind them."""
    book = load_workbook(BytesIO(write_form(loaded, Submission("Sở A", "mot", {}))))
    assert book.sheetnames == ["Phiếu", "Còn thiếu", "Điểm", "Hướng dẫn", LISTS_SHEET, STAMP_SHEET]


def test_the_example_is_seen_and_never_read(loaded, tmp_path):
    """The greyed row stands above the questions; a form that holds nothing else has no answer, and nothing is found about the row."""
    data = write_form(loaded, Submission("Sở A", "mot", {}))
    sheet = load_workbook(BytesIO(data)).worksheets[0]
    row = rows_of(sheet)["#example"]
    assert row < rows_of(sheet)["so"]
    assert (sheet.cell(row, 5).value, sheet.cell(row, 5).font.i, sheet.cell(row, 5).protection.locked) == (125, True, True)
    survey = read_back(loaded, data, tmp_path)
    assert {each.code for each in survey.findings} == {"SV102"}
    assert all(isinstance(each.value, Blank) for each in survey.submissions[0].answers["self"].values())


def test_kinds_of_cells_are_told_by_sign_and_colour(loaded):
    """The legend names a sign for each colour; required questions bear the star, the others do not."""
    sheet = load_workbook(BytesIO(write_form(loaded, Submission("Sở A", "mot", {})))).worksheets[0]
    for told in ("* bắt buộc", "nếu có (không dấu)", "= máy tự tính, đã khóa"):
        assert told in texts_of(sheet)
    rows = rows_of(sheet)
    assert [sheet.cell(rows[name], 3).value for name in ("so", "bao_nhieu")] == ["Số máy\xa0*", "Kinh phí"]
    fills = [sheet.cell(rows[name], 5).fill.fgColor.rgb for name in ("so", "bao_nhieu")]
    assert fills[0] != fills[1]


def test_print_is_set_up_for_a4_with_signatures_in_one_row(loaded):
    """The sheet prints on A4, one page wide, headings on every page; the signatures stand in one high row that no page break can cut."""
    sheet = load_workbook(BytesIO(write_form(loaded, Submission("Sở A", "mot", {})))).worksheets[0]
    assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (9, 1, 0)
    assert sheet.print_title_rows == f"${rows_of(sheet)['#example'] - 1}:${rows_of(sheet)['#example'] - 1}"
    signed = next(cell for row in sheet.iter_rows() for cell in row if "THỦ TRƯỞNG ĐƠN VỊ" in str(cell.value))
    assert sheet.row_dimensions[signed.row].height >= 100


def test_the_stamp_stands_twice_with_version_and_unit(loaded):
    """The hidden sheet and the document's properties both say rulebook, hash, unit, its id and the form's version."""
    data = write_form(loaded, Submission("Sở A", "mot", {}), period="2020", unit_id="so-a")
    book = load_workbook(BytesIO(data))
    stamp = {row[0].value: row[1].value or "" for row in book[STAMP_SHEET].iter_rows()}
    assert len(stamp["form"]) == 8
    assert "so=count:" in stamp["questions"]
    properties = {each.name.removeprefix("ictscore "): each.value for each in book.custom_doc_props.props}
    for key in ("rulebook", "hash", "group", "unit", "unit_id", "period", "form"):
        assert properties[key] == stamp[key]


MARKS = {
    "so": ("Ghi số, ví dụ 12.", "Đã nhận: “khoảng 12”."),
    "#unit": ("Ghi đúng tên đơn vị.",),
    "points:c1": ("Không quá 5 điểm.",),
}


def test_a_form_sent_back_shows_what_to_mend(loaded, tmp_path):
    """Marked cells are red with a sign and a comment, the raw text stays as it was typed, and a list with links says what to do."""
    answers = {"self": {"so": Answer(unreadable("so"), raw="khoảng 12"), "co": Answer(True)}}
    returned = Submission("Sở A", "mot", answers, remarks={"co": ("Ảnh chụp", "tầng 2")})
    data = write_form(loaded, returned, marks=MARKS)
    book = load_workbook(BytesIO(data))
    sheet, missing_sheet, points = book.worksheets[:3]
    rows = rows_of(sheet)
    marked, plain_cell = sheet.cell(rows["so"], 5), sheet.cell(rows["co"], 5)
    assert (marked.value, marked.comment.text) == ("khoảng 12", "▲ Ghi số, ví dụ 12.\n▲ Đã nhận: “khoảng 12”.\n")
    assert marked.fill.fgColor.rgb == "FFF8CBAD" != plain_cell.fill.fgColor.rgb
    assert "▲" in sheet.cell(rows["so"], 2).number_format
    assert "▲" not in sheet.cell(rows["co"], 2).number_format
    assert sheet.cell(rows["#unit"], 5).comment.text == "▲ Ghi đúng tên đơn vị.\n"
    assert points.cell(rows_of(points)["points:c1"], 6).comment.text == "▲ Không quá 5 điểm.\n"
    assert "3 ô cần sửa" in texts_of(sheet)
    assert "Số ô cần sửa: 3" in texts_of(missing_sheet)
    links = {cell.value: cell.hyperlink.location for row in missing_sheet.iter_rows() for cell in row if cell.hyperlink}
    assert links["▲ 1. Số máy"] == f"'Phiếu'!E{rows['so']}"
    found = read_back(loaded, data, tmp_path)
    assert found.submissions[0].remarks == {"co": ("Ảnh chụp", "tầng 2")}
    assert [(each.code, each.place.cell) for each in found.findings if each.severity == "error"] == [("SV240", f"E{rows['so']}")]


def test_what_we_wrote_into_comments_is_no_remark_of_the_unit(loaded, tmp_path):
    """Of the comments on a form sent back only what people added is told, wherever they wrote it."""
    data = write_form(loaded, Submission("Sở A", "mot", {"self": {"so": Answer(Fraction(12)), "co": Answer(True)}}), marks=MARKS)
    assert "SV427" not in {each.code for each in read_back(loaded, data, tmp_path).findings}
    book = load_workbook(BytesIO(data))
    sheet = book.worksheets[0]
    rows = rows_of(sheet)
    ours = sheet.cell(rows["so"], 5).comment
    ours.text += "Đã đếm lại:\n12 máy"
    sheet.cell(rows["co"], 5).comment = Comment("Mới nối ▲ tháng 12", "Nam")
    book.save(tmp_path / "sua.xlsx")
    told = [each for each in read_back(loaded, (tmp_path / "sua.xlsx").read_bytes(), tmp_path).findings if each.code == "SV427"]
    assert {each.place.cell: each.values["read"] for each in told} == {
        f"E{rows['so']}": "Đã đếm lại: 12 máy",
        f"E{rows['co']}": "Mới nối ▲ tháng 12",
    }


def test_a_form_without_marks_is_not_marked(loaded):
    """Nothing is red and nothing is to be mended where nothing was marked."""
    book = load_workbook(BytesIO(write_form(loaded, Submission("Sở A", "mot", {}))))
    assert "▲" not in texts_of(book.worksheets[0]) + texts_of(book.worksheets[1])
    assert not any(cell.comment for row in book.worksheets[0].iter_rows() for cell in row)


@pytest.mark.parametrize("name", ["binhthuan-2020", "khanhhoa-2018", "quangbinh-2018", "tuyenquang-2019", "binhthuan-dang-2019"])
def test_each_number_leads_to_what_the_answer_is_for(name):
    """The row of the guide to which it leads names the question in square brackets; the number itself stays a number."""
    loaded = load_rulebook(name)
    group = loaded.rulebook.groups[0].id
    book = load_workbook(BytesIO(write_form(loaded, Submission("Sở A", group, {}))))
    form, guide = book["Phiếu"], book["Hướng dẫn"]
    numbers = [form.cell(row, 2) for row in range(1, form.max_row + 1) if form.cell(row, 1).value in loaded.rulebook.answers]
    linked = [each for each in numbers if each.hyperlink is not None]
    assert len(numbers) == len(form_questions(loaded.rulebook, group))
    assert len(linked) >= len(numbers) - len(loaded.rulebook.knockouts)
    for each in linked:
        sheet, _, cell = each.hyperlink.location.partition("!")
        assert (sheet, type(each.value)) == ("'Hướng dẫn'", int)
        assert f"[{each.value}]" in " ".join(str(other.value) for other in guide[guide[cell].row])
