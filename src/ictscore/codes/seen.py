"""Codes SC270 to SC280: what people see otherwise of results than it was written."""

from ictscore.codes.code import Code, error, warning

SEEN: dict[str, Code] = {
    "SC270": error("Added over what was written: {what}. People may read something else.", "Take it out before the results are handed on."),
    "SC271": warning("Added, and not written by ictscore: {what}.", "Nothing to do, if nobody takes it for a part of the results."),
    "SC272": error(
        "This is shown so that it may be read otherwise than it was written: {what} (cells: {count}).",
        "Ask who changed it; score again for a workbook as it was.",
    ),
    "SC273": warning(
        "This looks otherwise than it was written: {what} (cells: {count}).",
        "Nothing to do, if it was only marked; colours may mean something.",
    ),
    "SC274": error(
        "At the {where} of the printed page stands “{read}”; “{was}” was written.",
        "Ask who changed it; what is printed must say on what the points rest, and whether they are provisional.",
    ),
    "SC275": warning(
        "{what} is smaller than it was written: what stands there may be cut.", "Make it larger before the results are handed on."
    ),
    "SC276": warning("The sheet is printed or shown otherwise than it was written: {what}.", "See that nothing is missing on paper."),
    "SC277": error(
        "Hidden: {what}. Nobody sees any more on what these points rest, or that they are provisional.",
        "Show it again before the results are handed on.",
    ),
    "SC278": error("The sheet is set to show {what}.", "Set it back in the options of the view, or score again."),
    "SC279": error("The link leads to {read}; it led to {was}.", "Ask who changed it, or score again."),
    "SC280": warning("The sheets stand in another order than they were written.", "Nothing to do, if everybody finds the right one."),
}
