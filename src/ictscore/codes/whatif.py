"""Codes SC23…–SC25…: what can be wrong with a question what would be if."""

from ictscore.codes.code import Code, error, warning

WHATIF: dict[str, Code] = {
    "SC230": error("“{read}” says of no answer what it should be.", "Write the id of an answer, = and its value: --set may_tinh=40."),
    "SC231": error("Group “{group}” is not asked “{read}”{nearest}.", "Write the id of one of its answers; ictscore rulebook show lists them."),
    "SC232": error("“{read}” is no target.", "Write grade:NAME, rank:NUMBER, points:NUMBER or award:ID."),
    "SC233": error("The rulebook has no grade “{read}”{nearest}.", "Write one of these: {known}."),
    "SC234": error("Group “{group}” has no award “{read}”{nearest}.", "Write one of these: {known}."),
    "SC235": error("{unit} is not ranked, whatever it answers, so no rank and no award can be reached.", "Ask for a grade or for points."),
    "SC236": error("Answer {answer} is set twice.", "Say once what it should be."),
    "SC237": error("“{unit}” stands in several groups: {groups}.", "Say which one is meant: --group."),
    "SC238": error("The file of costs is not one: keys such as “costs”, “fixed” and “others” were expected.", "Write costs: and below it the answers, each with change: or each:."),
    "SC239": error("The cost of {answer} has neither change: nor each:.", "Write what a change costs, what one unit of measure costs, or both."),
    "SC240": error("Answer {answer} has a cost for each unit of measure, but its values are words.", "Write change: instead."),
    "SC241": warning("{unit}: the points of criterion {criterion} ({name}) were given by {stage}; its answers change nothing there.", "Ask for an earlier stage: --stage."),
    "SC242": error("A cost below 0 makes no sense: {answer}, {read}.", "Write 0 or more."),
    "SC243": error("“{read}” can be {first} or {second}.", "Write {second}, or one nought more after the decimals."),
}  # fmt: skip
