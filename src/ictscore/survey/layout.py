"""How our own forms and tables are laid out: the marks that let a filled workbook be read back whatever was moved in it.

A sheet of ours has one row (hidden) in which every column says what it holds:

* a **form** has ``#id`` in the column (hidden) of the rows' ids, and ``#number``, ``#label``, ``#measure``, ``#self``, ``#appraised``,
  ``#council``, ``#evidence``, ``#note`` in the others. A row's id is an answer id; ``#unit``, ``#group`` and ``#parent`` for who the
  unit is; or ``points:<criterion>`` for points by stage; ``#example`` marks a row that only shows how to fill in, and is never read.
  ``#confirm`` is asked on a form sent back that another unit than its own had filled in: whose answers they are. ``#looked`` is asked
  on one sent back for what concerns it as a whole, or with answers of another round: whether it was looked through.
  ``#state`` is a column (hidden) of formulas that say of each answer whether it is given; nothing is read from it.
* a **table** has ``#unit``, ``#group``, ``#parent`` and, for every answer, its id; ``<answer>@appraised`` and ``<answer>@council`` are
  later stages of the same answer, ``points:<criterion>@appraised`` points a stage gives.

A very hidden sheet (``STAMP_SHEET``) holds keys and values: ``kind`` (form, table or live), ``rulebook``, ``hash``, ``version`` (of us),
``group``, ``unit``, ``period``; for forms also ``unit_id``, ``returned_from`` (the hash of the file a form sent
back was made from, and behind it the beginnings of those of the unit's other files for which it was sent back),
``form`` (the version: a digest of what the form asks) and ``questions`` (a
digest of each question, by which a later rulebook tells which answers still mean the same). All but the last stand in the document's
properties too. A form with answers carried over from another round also names that (``carried_from``).

A form as a Word document has the same marks and the same stamp as hidden text: the marks in the head of each table of questions, a row's id
in its first cell, the stamp at the end. Its tables are read as sheets called “Bảng 1”, “Bảng 2” and so on, with the marks in a row 0.
"""

from __future__ import annotations

from ictscore.rulebook.procedure import STAGES

STAMP_SHEET = "_ictscore"
STAMP_KEYS = ("kind", "rulebook", "hash", "version", "group", "unit", "period", "unit_id", "returned_from", "form", "questions")
SHORT_HASH = 16
"""How many digits of a hash the stamp keeps of a unit's further files: with them the text fits into a property of the document."""
QUESTIONS_KEY = "questions"
CARRIED_KEY = "carried_from"
"""The key of a form whose answers were carried over from one of another round: which round that was."""
ASTRAY_KEY = "asked_of"
"""The key of a form that asks whose figures another form holds: the unit for which that one was made."""
NO_ROUND = "–"
"""What stands for a round that the older form does not name."""
LIVE_KIND = "live"
"""The kind of a workbook whose tables feed formulas on its other sheets; only its tables are read."""

ID, NUMBER, LABEL, MEASURE, EVIDENCE, NOTE = "#id", "#number", "#label", "#measure", "#evidence", "#note"
UNIT, GROUP, PARENT = "#unit", "#group", "#parent"
CONFIRM, LOOKED = "#confirm", "#looked"
EXAMPLE, STATE = "#example", "#state"
EXAMPLE_ANSWER = "125"
"""What the worked example answers; anything else in its row somebody typed over it."""
EXAMPLE_LABELS = {"vi": "Ví dụ: số máy tính của đơn vị", "en": "Example: computers of the unit"}
"""What it is called: by it the row is found on a form that has lost its ids."""
NOT_READ = "#none"
"""What marks a table of a Word form that only tells something, and is never read."""
STAGE_MARKS = tuple(f"#{stage}" for stage in STAGES)
MARKS = frozenset(
    (ID, NUMBER, LABEL, MEASURE, EVIDENCE, NOTE, UNIT, GROUP, PARENT, CONFIRM, LOOKED, EXAMPLE, STATE, NOT_READ, *STAGE_MARKS)
)
"""All of them."""
POINTS_PREFIX = "points:"
EVIDENCE_PREFIX = "evidence:"
STAGE_SIGN = "@"

MEND_SIGN = "▲"
"""What marks a cell to be mended on a form sent back, and begins every line of ours in the comment on it: other lines are people's.

A cell whose text begins with it holds no answer: so we write down what stood where an error was found, until somebody types the answer.
"""
LOOKED_WORDS = {"vi": "Đã xem lại", "en": "Looked through"}
"""What is chosen in the cell ``#looked``; not in the catalogues, for it is read back."""
LOOKED_ASKED = {"vi": "Đã xem lại toàn bộ phiếu chưa?", "en": "Has the whole form been looked through?"}
"""What stands beside that cell: by it the question is found on a copy that has lost its marks."""

PLAIN_NAMES = {
    UNIT: ("unit", "đơn vị", "tên đơn vị", "cơ quan", "tên cơ quan, đơn vị"),
    GROUP: ("group", "nhóm", "khối"),
    PARENT: ("parent", "đơn vị cấp trên", "cấp trên trực tiếp", "thuộc huyện"),
}
"""What people call the three columns in tables and CSV files they make by themselves (compared folded)."""

NOT_APPLICABLE_WORDS = ("không áp dụng", "n/a", "kad", "not applicable")
"""What an answer that does not apply is written as (compared folded)."""
NOT_APPLICABLE_SHORT = ("kad", "ko áp dụng", "khong ap dung")
"""How it is typed in haste; it is taken for that, with a note."""
