"""Promise: results of every shipped rulebook that LibreOffice saved again, without a change, are as they were written."""

from __future__ import annotations

from ictscore.reports.workbook.build import results_workbook
from ictscore.rulebook.shipped import shipped_ids


def test_saving_by_libreoffice_is_no_edit(outcome_of, office, found_in, tmp_path):
    """Its own way of writing styles, sizes, heads and feet changes nothing that anybody reads."""
    paths = []
    for each in shipped_ids():
        made = outcome_of(each)
        paths.append(tmp_path / f"{each}.xlsx")
        paths[-1].write_bytes(results_workbook(made.told, made.explainer))
    found = {path.stem: [(one.code, str(one.place)) for one in found_in(path.read_bytes())] for path in office(paths, "xlsx")}
    assert found == {path.stem: [] for path in paths}
