"""Single edits of a results workbook that make people read something else: what verify must find, one by one."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from random import Random
from typing import Any

from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, GradientFill, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink

STAMP = "_ictscore"
Attack = Callable[[Random, Any], None]


def pages(book: Any) -> list[Any]:
    """Return the sheets people see."""
    return [sheet for sheet in book if sheet.title != STAMP]


def filled(random: Random, book: Any, kind: type | tuple[type, ...] = (str, int, float)) -> Any:
    """Return a cell that holds something and is not hidden."""
    found = []
    while not found:
        sheet = random.choice(pages(book))
        hidden = {row for row, each in sheet.row_dimensions.items() if each.hidden}
        columns = {cell for each in sheet.column_dimensions.values() if each.hidden for cell in range(each.min, each.max + 1)}
        cells = (cell for row in sheet.iter_rows() for cell in row if cell.row not in hidden and cell.column not in columns)
        found = [cell for cell in cells if isinstance(cell.value, kind) and cell.value != "" and not isinstance(cell.value, bool)]
    return random.choice(found)


def other_value(random: Random, book: Any) -> None:
    """Write another number, or another text."""
    cell = filled(random, book)
    cell.value = cell.value + random.choice((1, -1, 0.01)) if isinstance(cell.value, (int, float)) else f"{cell.value[:-1]}x"


def emptied(random: Random, book: Any) -> None:
    """Empty a cell."""
    filled(random, book).value = None


def number_as_text(random: Random, book: Any) -> None:
    """Write the digits of a number as a text."""
    cell = filled(random, book, (int, float))
    cell.value = str(cell.value)


def two_cells_swapped(random: Random, book: Any) -> None:
    """Put two cells of a column in each other's place."""
    while True:
        cell = filled(random, book)
        column = [each for each in cell.parent[get_column_letter(cell.column)] if each.value not in (None, "", cell.value)]
        if column:
            other = random.choice(column)
            cell.value, other.value = other.value, cell.value
            return


def number_format(random: Random, book: Any) -> None:
    """Give a format that shows other digits, words, or nothing."""
    cell = filled(random, book, (int, float))
    cell.number_format = random.choice(['"96,5"', "0%", ";;;", '"–"', '"!"', '0"0"', "0,", '"1"0', "dd/mm/yyyy", '0"-"'])


def text_format(random: Random, book: Any) -> None:
    """Give a format that shows another text."""
    filled(random, book, str).number_format = random.choice([';;;"Tốt"', '"Không "@', ";;;"])


def font(random: Random, book: Any) -> None:
    """Cross out, raise, make tiny, set in signs, or in the colour of the cell."""
    cell = filled(random, book)
    changed = copy(cell.font)
    name, value = random.choice(
        [("strike", True), ("vertAlign", "superscript"), ("sz", 1), ("name", "Wingdings"), ("charset", 2), ("color", "")]
    )
    fill = cell.fill.fgColor.rgb if cell.fill.patternType == "solid" else "FFFFFFFF"
    setattr(changed, name, value or fill)
    cell.font = changed


def ground(random: Random, book: Any) -> None:
    """Lay a pattern or a line over a text, or its own colour behind it."""
    cell = filled(random, book)
    ink = cell.font.color.rgb if cell.font.color is not None and isinstance(cell.font.color.rgb, str) else "FF000000"
    match random.randrange(4):
        case 0:
            cell.fill = PatternFill("solid", fgColor=ink)
        case 1:
            cell.fill = PatternFill("darkTrellis", fgColor="FF000000")
        case 2:
            cell.fill = GradientFill(stop=("FF000000", "FF000000"))
        case _:
            cell.border = Border(diagonal=Side("thick"), diagonalUp=True)


def alignment(random: Random, book: Any) -> None:
    """Repeat, push out, turn or shrink a text."""
    cell = filled(random, book)
    ways = [{"horizontal": "fill"}, {"indent": 60}, {"text_rotation": 180}, {"shrink_to_fit": True}, {"readingOrder": 2}]
    cell.alignment = Alignment(**random.choice(ways))


def row_size(random: Random, book: Any) -> None:
    """Hide a row, or make it too low to be read."""
    cell = filled(random, book)
    row = cell.parent.row_dimensions[cell.row]
    if random.random() < 0.5:
        row.hidden = True
    else:
        row.height = random.choice((0.5, 1, 3, 6))


def column_size(random: Random, book: Any) -> None:
    """Hide a column, or make it too narrow to be read."""
    cell = filled(random, book)
    for each in cell.parent.column_dimensions.values():
        if each.min <= cell.column <= each.max:
            each.width, each.hidden = random.choice(((0.1, False), (1.5, False), (each.width, True)))


def no_height(random: Random, book: Any) -> None:
    """Let rows without a height of their own vanish."""
    sheet = random.choice(pages(book))
    if random.random() < 0.5:
        sheet.sheet_format.zeroHeight = True
    else:
        sheet.sheet_format.defaultRowHeight, sheet.sheet_format.customHeight = 0.5, True


def of_the_book(random: Random, book: Any) -> None:
    """Hide, rename, move, take out or copy a sheet; add a name; hide the tabs."""
    sheet = random.choice(pages(book))
    match random.randrange(7):
        case 0:
            sheet.sheet_state = "hidden"
        case 1:
            sheet.title = "Kết quả"
        case 2:
            book.move_sheet(sheet, 1 if sheet is book.worksheets[0] else -1)
        case 3:
            book.remove(sheet)
        case 4:
            book.copy_worksheet(sheet).title = "Chính thức"
        case 5:
            book.defined_names["ten"] = DefinedName("ten", attr_text="1")
        case _:
            book.views[0].showSheetTabs = False


def merged(random: Random, book: Any) -> None:
    """Merge a cell over its neighbours."""
    cell = filled(random, book)
    cell.parent.merged_cells.add(f"{cell.coordinate}:{get_column_letter(cell.column + 1)}{cell.row + 1}")


def margins(random: Random, book: Any) -> None:
    """Print another head or foot, or none, or one in white, or one for the first page."""
    sheet = random.choice(pages(book))
    where = random.choice(("Header", "Footer"))
    odd = getattr(sheet, f"odd{where}")
    match random.randrange(5):
        case 0:
            odd.left.text = None
        case 1:
            odd.left.text = f"{odd.left.text} (chính thức)"
        case 2:
            odd.left.color = "FFFFFF"
        case 3:
            sheet.HeaderFooter.differentFirst = True
        case _:
            sheet.HeaderFooter.differentOddEven = True
            getattr(sheet, f"even{where}").left.text = "khác"


def printing(random: Random, book: Any) -> None:
    """Print only a part of a sheet, or all of it too small."""
    sheet = random.choice(pages(book))
    match random.randrange(3):
        case 0:
            sheet.print_area = "A1:B3"
        case 1:
            sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.scale = False, 10
        case _:
            sheet.print_title_rows = "2:2"


def laid_over(random: Random, book: Any) -> None:
    """Lay a conditional format, a chart, a comment, a message or a link over a cell."""
    cell = filled(random, book)
    sheet = cell.parent
    match random.randrange(5):
        case 0:
            shown = DifferentialStyle(numFmt=NumberFormat(numFmtId=199, formatCode='"99"'))
            rule = FormulaRule(formula=["TRUE"])
            rule.dxf = shown
            sheet.conditional_formatting.add(cell.coordinate, rule)
        case 1:
            sheet.add_chart(BarChart(), cell.coordinate)
        case 2:
            cell.comment = Comment("đúng ra là 100", "ai đó")
        case 3:
            check = DataValidation("whole", prompt="Hạng 1", promptTitle="Hạng", showInputMessage=True)
            check.add(cell.coordinate)
            sheet.add_data_validation(check)
        case _:
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location="'Xuất xứ'!B3", tooltip="Hạng 1")


def view(random: Random, book: Any) -> None:
    """Show no noughts, columns from the right, or a frozen pane scrolled beyond the first rows."""
    sheet = random.choice(pages(book))
    match random.randrange(3):
        case 0:
            sheet.sheet_view.showZeros = False
        case 1:
            sheet.sheet_view.rightToLeft = True
        case _:
            sheet.freeze_panes = "C12"
            sheet.sheet_view.topLeftCell = "A9"


def beside(random: Random, book: Any) -> None:
    """Write a text where nothing stood."""
    sheet = random.choice(pages(book))
    blank = [cell for row in sheet.iter_rows() for cell in row if cell.value in (None, "") and type(cell).__name__ == "Cell"]
    random.choice(blank).value = "Hạng nhất"


def rows_swapped(random: Random, book: Any) -> None:
    """Put the lines above a table in another order."""
    sheet = random.choice(pages(book))
    sheet["A1"].value, sheet["A3"].value = sheet["A3"].value, sheet["A1"].value


ATTACKS: tuple[Attack, ...] = (
    other_value, emptied, number_as_text, two_cells_swapped, number_format, text_format, font, ground, alignment, row_size, column_size,
    no_height, of_the_book, merged, margins, printing, laid_over, view, beside, rows_swapped,
)  # fmt: skip
