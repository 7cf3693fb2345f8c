"""Word forms: what is written reads back just as from the workbook, the same form is the same bytes, and LibreOffice changes no answer."""

from __future__ import annotations

import os
from datetime import date
from fractions import Fraction

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from word_forms import paragraph, saved, text_of, typed, with_parts

from ictscore.errors import FileRefused
from ictscore.expr.values import Blank, not_applicable, unreadable
from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.shipped import shipped_ids
from ictscore.safe_write import untouched
from ictscore.survey.blank.form import write_form
from ictscore.survey.blank.word.form import write_word_form
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Answer, Submission

RULEBOOK = """
id: thu-word
language: vi
answers:
  so: {label: Số máy, type: count, measure: máy, not_applicable: true, help: Đếm cả máy thuê}
  tien: {label: Kinh phí, type: number, min: -5, required: false}
  ty_le: {label: Tỷ lệ, type: percent, not_applicable: true}
  co: {label: Có mạng, type: yes_no, not_applicable: true}
  muc: {label: Mức, type: choice, choices: {a: Mức một, b: Mức hai}, evidence: Quyết định}
  ngay: {label: Ngày, type: date, ask: [g]}
  chu: {label: Ý kiến, type: text, ask: [g]}
groups: [{id: g, name: Nhóm một, ranked_within: parent}]
criteria:
  - {id: c1, number: "1", max_points: 5, formula: {kind: count, of: so, each: 1}}
  - {id: c2, number: "2", max_points: 4, formula: {kind: steps, on: tien + ty_le, steps: [{from: 4, points: 4}], otherwise: 0}}
  - {id: c3, number: "3", max_points: 3, formula: {kind: yes_no, of: co}}
  - {id: c4, number: "4", max_points: 3, formula: {kind: choice, of: muc, points: {a: 3, b: 1}}}
stages: [{id: self, name: Tự chấm}, {id: appraised, name: Thẩm định}]
"""
DECIMALS = st.integers(-5000, 10**12).map(lambda each: Fraction(each, 1000))
VALUES = {
    "so": st.integers(0, 10**12).map(Fraction) | st.just(not_applicable("so")),
    "tien": DECIMALS,
    "ty_le": st.integers(0, 100_000).map(lambda each: Fraction(each, 1000)) | st.just(not_applicable("ty_le")),
    "co": st.booleans() | st.just(not_applicable("co")),
    "muc": st.sampled_from(["a", "b"]),
    "ngay": st.dates(date(2000, 1, 1), date(2099, 12, 31)).map(date.isoformat),
    "chu": st.text(st.sampled_from("abc Đườnng,;=+-1'\"<&>"), min_size=1, max_size=40).map(lambda text: f"x{text}x"),
}
POINTS = {"c1": st.integers(0, 5000).map(lambda each: Fraction(each, 1000)), "c4": st.integers(0, 3).map(Fraction)}
FILLED = st.tuples(st.fixed_dictionaries({}, optional=VALUES), st.fixed_dictionaries({}, optional=POINTS))


@pytest.fixture(scope="module")
def loaded(rules):
    """Return a small rulebook with every type of answer and a stage in which units claim points."""
    return rules(RULEBOOK)


def submission(answers, points):
    """Return a submission of plain values, with a remark."""
    given_answers = {name: Answer(value) for name, value in answers.items()}
    given_points = {name: Answer(value) for name, value in points.items()}
    remarks = {"so": ("Biên bản 31/12", "thuê 5 máy")}
    return Submission("Sở “A” & con", "g", {"self": given_answers}, {"self": given_points}, "UBND tỉnh", remarks=remarks)


def read(loaded, path):
    """Return the survey that one file holds."""
    return read_survey([path], loaded.rulebook, loaded.hash)


def told(survey):
    """Return everything one submission says, without places."""
    (found,) = survey.submissions
    values = {name: each.value for name, each in found.answers["self"].items()}
    points = {name: each.value for name, each in found.points.get("self", {}).items()}
    plain = {name: v.kind if isinstance(v, Blank) else v for name, v in (values | {f"points:{k}": v for k, v in points.items()}).items()}
    return found.unit, found.group, found.parent, dict(found.remarks), {name: value for name, value in plain.items() if value != "missing"}


def errors(survey):
    """Return the codes of the errors."""
    return [each.code for each in survey.findings if each.severity == "error"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filled=FILLED)
def test_workbook_and_word_form_give_the_same(loaded, tmp_path, filled):
    """Whatever a unit answers, claims and remarks, its workbook and its Word form are read as the same, and with the same errors.

    Only how typed numbers and dates were understood (decimal comma, day first) is noted besides: a workbook holds no typed ones.
    """
    wanted = submission(*filled)
    (tmp_path / "f.xlsx").write_bytes(write_form(loaded, wanted))
    book = read(loaded, tmp_path / "f.xlsx")
    word = read(loaded, saved(tmp_path, write_word_form(loaded, wanted)))
    assert told(word) == told(book)
    assert errors(word) == errors(book)
    assert not {each.code for each in word.findings} - {each.code for each in book.findings} - {"SV221", "SV250"}


@pytest.fixture
def writer(office):
    """Save documents again with LibreOffice; skip where it has no Writer, unless the tests must have it."""

    def save(paths):
        made = office(paths, "docx")
        if not all(path.exists() for path in made):
            if os.environ.get("ICTSCORE_NEEDS_LIBREOFFICE") == "1":
                pytest.fail("LibreOffice has no Writer, and ICTSCORE_NEEDS_LIBREOFFICE=1 asks for it")
            pytest.skip("LibreOffice has no Writer (package libreoffice-writer); set ICTSCORE_NEEDS_LIBREOFFICE=1 to fail instead")
        return made

    return save


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filled=st.lists(FILLED, min_size=10, max_size=10))
def test_libreoffice_never_changes_an_answer(loaded, tmp_path, writer, filled):
    """Whatever a form holds, saved again by LibreOffice it says the same, with the same errors."""
    paths = [saved(tmp_path, write_word_form(loaded, submission(*each)), f"f{number}.docx") for number, each in enumerate(filled)]
    for path, again in zip(paths, writer(paths), strict=True):
        before, after = read(loaded, path), read(loaded, again)
        assert told(after) == told(before)
        assert errors(after) == errors(before)


def test_python_docx_opens_what_we_write(loaded, tmp_path):
    """Another library opens the form, finds the tables where people see them, and what it types into a cell is read."""
    document = docx.Document(str(saved(tmp_path, write_word_form(loaded, Submission("Sở B", "g", {}, parent="X")))))
    questions = document.tables[1]
    assert [cell.text for cell in questions.rows[0].cells][3].endswith("Câu trả lời của đơn vị")
    questions.rows[3].cells[3].text = "12"
    document.save(str(tmp_path / "b.docx"))
    assert read(loaded, tmp_path / "b.docx").submissions[0].answers["self"]["so"].value == 12


def test_a_saved_form_says_the_same_after_libreoffice(loaded, tmp_path, writer):
    """Opened and saved by LibreOffice, a form filled in every way keeps its stamp, its ids, its marks and every answer, without a word."""
    wanted = submission(
        {
            "so": Fraction(1250),
            "tien": Fraction(9, 8),
            "ty_le": Fraction(1, 2),
            "co": True,
            "muc": "b",
            "ngay": "2020-10-02",
            "chu": "a < b & c",
        },
        {"c1": Fraction(5, 2)},
    )
    path = saved(tmp_path, write_word_form(loaded, wanted))
    blank = saved(tmp_path, write_word_form(loaded, Submission("Sở B", "g", {}, parent="UBND tỉnh")), "trong.docx")
    again, blank_again = writer([path, blank])
    assert told(read(loaded, again)) == told(read(loaded, path))
    assert [each.code for each in read(loaded, again).findings] == [each.code for each in read(loaded, path).findings]
    assert told(read(loaded, blank_again)) == told(read(loaded, blank)) == ("Sở B", "g", "UBND tỉnh", {}, {})


@pytest.mark.parametrize("identifier", shipped_ids())
def test_every_shipped_rulebook_has_a_word_form_for_every_group(identifier):
    """Every group of every shipped rulebook has a form, and making it again gives the same bytes."""
    loaded = load_rulebook(identifier)
    for group in loaded.rulebook.groups:
        data = write_word_form(loaded, Submission("Sở Y tế", group.id, {}))
        assert data == write_word_form(loaded, Submission("Sở Y tế", group.id, {}))


def test_a_form_is_ours_until_somebody_saves_it(loaded, tmp_path):
    """A fresh form may be made again in its place; one with another date in it is its filler's."""
    data = write_word_form(loaded, Submission("Sở B", "g", {}))
    assert untouched(saved(tmp_path, data))
    core = text_of(data, "docProps/core.xml").replace("1980", "2020", 1)
    assert not untouched(saved(tmp_path, with_parts(data, {"docProps/core.xml": core})))


@pytest.mark.parametrize("lost", ["docProps/custom.xml", "word/document.xml"])
def test_either_stamp_is_enough(loaded, tmp_path, lost):
    """Without the document's properties the hidden text says what the form is, and without that the properties do."""
    data = write_word_form(loaded, Submission("Sở B", "g", {}, parent="X"), period="2020")
    part = text_of(data, lost)
    bare = part.replace("ictscore ", "nothing ")
    path = saved(tmp_path, with_parts(typed(data, {"so": "12"}) if lost != "word/document.xml" else data, {lost: bare}))
    survey = read(loaded, path)
    assert (survey.period, survey.submissions[0].unit) == ("2020", "Sở B")


def test_lists_offer_the_words_of_the_rulebook(loaded):
    """Choices and yes or no are chosen from a list, whose words are those that are read back; what is typed has none."""
    text = text_of(write_word_form(loaded, Submission("", "g", {})))
    assert text.count("<w:dropDownList>") == 2
    assert text.count('w:displayText="Mức hai"') == text.count('w:displayText="Có"') == 1
    assert text.count('w:displayText="Không áp dụng"') == 1


def test_what_cannot_be_read_is_written_down_as_it_stood(loaded, tmp_path):
    """An answer that was not understood stands on the form as it was, also where others are chosen from a list."""
    wanted = {"so": Answer(unreadable("so"), raw="khoảng 100"), "muc": Answer(unreadable("muc"), raw="Mức ba")}
    path = saved(tmp_path, write_word_form(loaded, Submission("Sở B", "g", {"self": wanted}, parent="X")))
    assert {each.place.cell for each in read(loaded, path).findings if each.severity == "error"} == {"D4", "D8"}


def test_a_number_too_long_is_refused(loaded):
    """A number that a cell could not give back is refused, not rounded."""
    with pytest.raises(FileRefused):
        write_word_form(loaded, Submission("Sở B", "g", {"self": {"tien": Answer(Fraction(1, 3))}}))


def test_texts_of_the_rulebook_cannot_break_the_document(rules, tmp_path):
    """Signs of markup, line breaks and control characters in a label are printed or left out, and the form reads back without a word."""
    odd = rules(r"""
answers: {so: {label: "Máy <w:p> & \"kép\" 'đơn'", type: count, help: "dòng một\ndòng hai"}}
criteria: [{id: c, max_points: 1, formula: {kind: count, of: so, each: 1}}]
""")
    path = saved(tmp_path, typed(write_word_form(odd, Submission("Sở <B>", "g", {})), {"so": "1"}))
    survey = read_survey([path], odd.rulebook, odd.hash)
    assert ([each.unit for each in survey.submissions], survey.findings) == (["Sở <B>"], ())


def test_paragraph_helper_is_what_people_type():
    """The tests type as Word writes it."""
    assert paragraph("1\n2") == '<w:p><w:r><w:t xml:space="preserve">1</w:t><w:br/><w:t xml:space="preserve">2</w:t></w:r></w:p>'
