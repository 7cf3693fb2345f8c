"""How a group is said: by its name for people, by its id for programs."""

from __future__ import annotations

from ictscore.findings import finding
from ictscore.rulebook.load import load_rulebook
from ictscore.survey.reading import read_survey
from ictscore.words import speak


def test_a_message_says_the_name_and_keeps_the_id():
    """People read what the group is called; whoever looks for it by program finds its id."""
    group = load_rulebook("quangbinh-2018").rulebook.group("cap_so")
    found = finding("UN104", unit="Sở A", group=group.said)
    assert found.message == "“Sở A” of group “Sở, ban, ngành cấp tỉnh” is missing from the survey."
    assert (group.said.id, str(group.said)) == ("cap_so", "Sở, ban, ngành cấp tỉnh")


def test_a_unit_in_two_groups_is_told_by_their_names(tmp_path):
    """A survey’s messages never make people guess what an id such as pl_i stands for, in either language."""
    loaded = load_rulebook("binhthuan-2020")
    path = tmp_path / "bang.csv"
    path.write_text("unit,group,so_cuoc_hop\nSở A,pl_i,3\nSở A,pl_iv,3\nSở A,pl_i,4\nSở B,pl_x,1\n", encoding="utf-8")
    findings = read_survey([path], loaded.rulebook, loaded.hash).findings
    said = [each.message for each in findings]
    try:
        speak("vi")
        said += [each.message for each in findings] + [each.advice for each in findings]
    finally:
        speak("en")
    assert "“Sở A” stands in group “Nhóm áp dụng Phụ lục IV” and in group “Nhóm áp dụng Phụ lục I”." in said
    assert "“Sở A” có cả trong nhóm “Nhóm áp dụng Phụ lục IV” và nhóm “Nhóm áp dụng Phụ lục I”." in said
    assert {"UN102", "UN105", "UN113", "SV405"} <= {each.code for each in findings}
    ids = ("pl_i", "pl_ii", "pl_iii", "pl_iv")
    assert not [each for each in said if any(f" {one}" in each for one in ids)]
