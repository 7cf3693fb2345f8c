"""Units that share a name within a group are told apart by the unit they belong to."""

from ictscore.survey.submission import Answer, Submission, Survey

RULEBOOK = """
answers:
  diem: {label: Điểm, type: points}
groups: [{id: xa, name: Xã, source: S}]
grades:
  bands: [{name: Tốt, from: 80, source: S}, {name: Đạt, source: S}]
awards: [{id: bk, name: Bằng khen, positions: 1, source: S}]
sections:
  - {id: s, name: S, criteria: [{id: c, name: C, max_points: 100, formula: {kind: graded, of: diem}, source: S}], source: S}
scale: {max_points: 100, source: S}
"""


def _survey(*rows):
    from fractions import Fraction

    return Survey(
        tuple(Submission(unit, "xa", {"self": {"diem": Answer(Fraction(points))}}, parent=parent) for unit, parent, points in rows)
    )


def test_two_communes_of_one_name_keep_their_own_points(tmp_path):
    """Xã Tân Tiến of district A has 90 and rank 1 with the award; Xã Tân Tiến of district B has 60, rank 3 and none."""
    from ictscore.rulebook.load import load_rulebook
    from ictscore.scoring.assess import assess

    source = "{ref: m, basis: modelled, archetype: A01}"
    head = f"id: thu\ntitle: Thử\ndecision: {{subject: Thử, source: {source}}}\nsources: {{m: {{title: M}}}}\n"
    path = tmp_path / "rulebook.yaml"
    path.write_text(head + RULEBOOK.replace("source: S", f"source: {source}"), encoding="utf-8")
    survey = _survey(("Xã Tân Tiến", "Huyện A", 90), ("Xã Tân Tiến", "Huyện B", 60), ("Xã Bình Tân", "Huyện A", 70))
    [group] = assess(load_rulebook(str(path)).rulebook, survey).groups
    assert [(each.unit, each.parent, each.total, each.rank, each.grade, len(each.awards)) for each in group.units] == [
        ("Xã Tân Tiến", "Huyện A", 90, 1, "Tốt", 1),
        ("Xã Bình Tân", "Huyện A", 70, 2, "Đạt", 0),
        ("Xã Tân Tiến", "Huyện B", 60, 3, "Đạt", 0),
    ]
