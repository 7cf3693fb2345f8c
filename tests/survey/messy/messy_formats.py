"""Messy number formats of OpenDocument: what its styles say that the format codes of other workbooks do not; one style a row."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

_ROOT = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = " ".join(
    f'xmlns:{prefix}="{_ROOT}{name}:1.0"'
    for prefix, name in {"office": "office", "table": "table", "text": "text", "style": "style", "number": "datastyle"}.items()
)
_KIND = "application/vnd.oasis.opendocument.spreadsheet"
HEAD = ["Tên đơn vị", "Tổng số cán bộ", "Số máy tính"]


class Formatted(NamedTuple):
    """A number or a date with the number style that shows it: the kind of the style, what stands in it, and styles it names."""

    value: str
    inside: str
    kind: str = "number"
    others: str = ""
    value_type: str = "float"


def digits(**said: object) -> str:
    """Return the digits of a number style; ``said`` are their attributes."""
    attributes = {"decimal-places": 0, "min-integer-digits": 1, **{key.replace("_", "-"): value for key, value in said.items()}}
    return "<number:number " + " ".join(f'number:{key}="{value}"' for key, value in attributes.items()) + "/>"


def words(text: str) -> str:
    """Return a text of a number style."""
    return f"<number:text>{text}</number:text>"


def flat(label: str, *answers: Formatted) -> bytes:
    """Make a spreadsheet in one XML file: these numbers under a question, one a unit."""
    styles, rows = [], [_row(*map(_text, (*HEAD, label)))]
    for number, each in enumerate(answers, 1):
        styles.append(
            f'{each.others}<number:{each.kind}-style style:name="N{number}">{each.inside}</number:{each.kind}-style>'
            f'<style:style style:name="c{number}" style:family="table-cell" style:data-style-name="N{number}"/>'
        )
        name = "date-value" if each.value_type == "date" else "value"
        answer = f'<table:table-cell table:style-name="c{number}" office:value-type="{each.value_type}" office:{name}="{each.value}"/>'
        rows.append(_row(_text(f"Sở {number:02}"), _number(20), _number(12), answer))
    table = f'<table:table table:name="Bảng">{"".join(rows)}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    parts = f"<office:automatic-styles>{''.join(styles)}</office:automatic-styles>{body}"
    begin = f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {_SPACES} office:mimetype="{_KIND}">'
    return f"{begin}{parts}</office:document>\n".encode()


def _row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _text(text: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def _number(value: int) -> str:
    return f'<table:table-cell office:value-type="float" office:value="{value}"/>'


SMALL = f"{digits()}{words(' nhỏ')}<style:map style:condition='value()&gt;=100' style:apply-style-name='P'/>"
PLAIN = f"<number:number-style style:name='P'>{digits()}</number:number-style>"
TORN = digits(grouping="false").replace("/>", '><number:embedded-text number:position="3">.</number:embedded-text></number:number>')


def numbers() -> bytes:
    """Make numbers that conditions, divisors, hidden noughts, percentages and words change."""
    return flat(
        "Kinh phí",
        Formatted("50", SMALL, others=PLAIN),
        Formatted("150", SMALL, others=PLAIN),
        Formatted("34000", digits(display_factor=1000)),
        Formatted("50", digits(display_factor=10)),
        Formatted("0", digits(min_integer_digits=0)),
        Formatted("0.5", digits(), "percentage", value_type="percentage"),
        Formatted("5", words("-") + digits()),
        Formatted("5", digits() + words(" triệu đồng")),
        Formatted("5", f"{digits()}<number:currency-symbol>₫</number:currency-symbol>", "currency", value_type="currency"),
        Formatted("1234", TORN),
        Formatted("7", "<number:text/>"),
    )


def dates() -> bytes:
    """Make dates of which a part is shown, and one that is whole."""
    month, year, day = "<number:month/>", '<number:year number:style="long"/>', "<number:day/>"
    slash, quarter, weekday = words("/"), "<number:quarter/>", "<number:day-of-week/>"
    parts = (month + slash + year, quarter + slash + year, weekday + month + slash + year, day + slash + month)
    whole = words("ngày ") + day + words(" tháng ") + month + words(" năm ") + year
    return flat("Ngày báo cáo", *(Formatted("2021-01-05", each, "date", value_type="date") for each in (*parts, whole)))


FILES: dict[str, Callable[[], bytes]] = {"styles-of-numbers.fods": numbers, "styles-of-dates.fods": dates}
