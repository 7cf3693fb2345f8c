"""Codes SC…: what can be found in results."""

from ictscore.codes.code import Code, error, note, warning

SCORING: dict[str, Code] = {
    "SC101": error("{unit}: criterion {criterion} ({name}) has no points: {reason}{read}.", "Correct the answers, or the rule."),
    "SC102": warning(
        "{unit}: criterion {criterion} ({name}) counts 0, because {answers} was not given.", "Ask the unit, or leave it at 0."
    ),
    "SC103": error("{unit}: no criterion applies, so there is no total.", "Check what was declared not applicable."),
    "SC104": error("{unit}: the total {total} falls in no grade.", "Complete the grade bands of the rulebook."),
    "SC105": warning(
        "{group}: rank {rank} is shared by {units}; no tie-break of the rulebook decides.", "Let the council decide and record it."
    ),
    "SC106": warning("{group}: “{award}” is open; {units} are tied at the cut.", "Let the council decide and record it."),
    "SC107": note(
        "{unit}: criterion {criterion} has {given} points by {stage}; its formula gives {computed}.", "Keep the reason with the minutes."
    ),
    "SC108": warning(
        "{unit}: whether knockout {knockout} holds cannot be judged; an answer it needs is missing.",
        "Ask the unit before the result is used.",
    ),
    "SC109": warning(
        "Nothing was recorded at stage {stage}; what holds is that of the stages before.", "Score without --stage, or record the stage."
    ),
    "SC110": note(
        "“{unit}” gives itself other points than its answers give. Criteria: {count} of {compared}; {points}.",
        "Claims do not count; ask the unit where the difference is large: it may have read the rule otherwise.",
    ),
    "SC201": error("{file} is no result of ictscore: {reason}.", "Give a results workbook or JSON that ictscore score wrote."),
    "SC202": error("{file} was scored with {read}, the others with {expected}.", "Rank results of one rulebook at a time."),
    "SC203": error(
        "There is no {what} “{read}” in the results{nearest}.", "Write one of these (an id, or the number of a criterion): {known}."
    ),
    "SC204": error("The self-check failed: {reason}.", "Please report this; nothing was written."),
    "SC205": warning(
        "Group {group} is put together from {count} results: awards, and points measured by the group, are those of each alone.",
        "Score all its units together if the rulebook measures units by each other.",
    ),
    "SC206": error("“{unit}” of group {group} stands in {first} and in {second}.", "Leave one of the two results out."),
    "SC207": warning("{file} was scored at stage {read}, the others at {expected}.", "Score all at the same stage."),
    "SC208": warning("{file} is provisional: errors stand against it.", "Do not publish ranks made from it."),
    "SC209": error("{file} was edited after ictscore wrote it: {what}.", "Correct the answers in the survey and score it again."),
    "SC210": error(
        "“{was}” was written here; “{read}” stands here now.", "Ask who changed it; the survey and its rulebook give the result again."
    ),
    "SC211": warning("“{read}” was added beside what was written.", "Nothing to do, if it is only a remark."),
    "SC212": error(
        "The workbook has no seal: it was written by an older ictscore, or the seal was taken out.",
        "Score again, or compare with ictscore reproduce.",
    ),
    "SC213": error("The seal itself was changed or is damaged.", "Do not trust the workbook; make it again with ictscore reproduce."),
    "SC214": error("The workbook holds no results.", "Give a results workbook that ictscore score wrote."),
    "SC215": error("The sheet was taken out or renamed.", "Put it back, or score again."),
    "SC216": warning("The sheet was added.", "Nothing to do, if it is only a remark."),
    "SC217": error("“{read}” is published; the inputs give “{made}”.", "Ask who changed it, the result or the inputs."),
    "SC218": error(
        "The cell holds {held}, but its number format “{format}” shows something else.",
        "Ask who changed the format; give the cell its format again, or score again.",
    ),
    "SC219": warning("{what} was hidden: nobody sees any more what stands there.", "Show it again before the results are handed on."),
    "SC220": error("ssh-keygen, which makes and checks signatures, is not on this machine.", "Install OpenSSH, or go without a signature."),
    "SC221": error("The file could not be signed: {reason}.", "Check that the key exists, is an SSH key and is not locked."),
    "SC222": note("The signature is good: {identity} signed this very file.", "Nothing to do."),
    "SC223": error(
        "The signature is not {identity}’s for this file: {reason}.", "Do not trust the file; ask whoever is said to have signed it."
    ),
    "SC224": error(
        "The sheet was added and looks like one of the results; ictscore did not write it.", "Take it out before the results are handed on."
    ),
    "SC225": error(
        "This is no workbook; only a results workbook (.xlsx) holds what can be checked.",
        "Give the workbook that ictscore score wrote; ictscore rank checks results in JSON.",
    ),
    "SC226": error(
        "“{value}” was written here as {was}; it stands here as {read} now.",
        "Ask who changed it; the survey and its rulebook give the result again.",
    ),
    "SC227": error("“{value}” is published as {read}; the inputs give it as {made}.", "Ask who changed it, the result or the inputs."),
    "SC281": error(
        "“{was}” was written here. What stands here now looks alike, but from character {at} on it is {new} instead of {old}.",
        "Ask who changed it; the survey and its rulebook give the result again.",
    ),
    "SC282": error(
        "“{read}” is published. What the inputs give looks alike, but from character {at} on it is {old} instead of {new}.",
        "Ask who changed it, the result or the inputs.",
    ),
    "SC283": error(
        "The workbook has a ranking as results have it, but its hidden sheet {sheet} with the seal was taken out or changed.",
        "Do not trust the workbook; score the survey again.",
    ),
    "SC287": note(
        "Rows stand elsewhere than they were written, each with the same cells: {rows}{more}.",
        "Nothing to do, if the table was only sorted; what stands in these rows is as it was written.",
    ),
    "SC290": error(
        "The workbook says nothing of how it was made.", "It was written by an older ictscore; score the survey again and compare."
    ),
    "SC291": error(
        "Rulebook {id} has the hash {read}; {file} was made by one with the hash {expected}.",
        "Give the rulebook of that time with --rulebook.",
    ),
    "SC292": error(
        "The input {name} (SHA-256 {hash}) is not among the files given.",
        "Give the file as it was then; one that was changed since is another file.",
    ),
    "SC294": error(
        "No results of a round were written here yet.",
        "Score the folder of the round first (ictscore score FOLDER) and stay in the same folder, or name the results or the survey.",
    ),
    "SC295": error("The latest results are not there any more.", "Score the folder of the round again, or name the results."),
    "SC296": error(
        "The latest results are not as they were written: somebody saved the file since.",
        "See what was changed with ictscore verify; score the round again, or name the file that should be taken.",
    ),
    "SC293": note("The result was written by ictscore {read}; this is {used}.", "Nothing to do, if the cells are the same."),
}
