"""Codes RB…: what can be found in rulebooks."""

from ictscore.codes.code import Code, error, note, warning

RULEBOOKS: dict[str, Code] = {
    # The file and its YAML.
    "RB001": error("The file has {size} bytes; a rulebook may have {limit}.", "Split off what does not belong to the regulation."),
    "RB002": error("The file is not UTF-8 text.", "Save it as UTF-8 in your editor."),
    "RB003": error("The YAML cannot be read here: {problem}.", "Check quotes, brackets, colons and indentation on this line."),
    "RB004": error("The line is indented with a tab; YAML wants blanks.", "Replace the tab by blanks."),
    "RB005": error("A second document begins here; a rulebook is one document.", "Remove the line “---” or move the rest to its own file."),
    "RB006": error(
        "The file holds no rulebook; keys such as id, title and groups were expected.", "Write the rulebook, or give another file."
    ),
    "RB007": error("The file has more than {limit} pieces.", "Split the rulebook."),
    "RB008": error("Anchors and aliases (& and *) are not used in rulebooks.", "Write the value out."),
    "RB009": error("The tag “{read}” is not used in rulebooks.", "Remove the tag; every value is typed by its key."),
    "RB010": error("The nesting is deeper than {limit} levels.", "Write it flatter."),
    "RB011": error("A text here is longer than {limit} characters.", "Shorten it."),
    "RB012": error("This key is not a short plain text.", "Write a plain key of at most 200 characters; merge keys (<<) are not used."),
    "RB013": error("The key “{key}” stands twice in one mapping.", "Keep one of the two."),
    # Shape and types.
    "RB101": error("Unknown key “{key}”{nearest}.", "Known here: {known}."),
    "RB102": error("The key “{key}” is missing.", "Add it; see the rulebook reference."),
    "RB103": error("“{read}” is not {expected}.", "Write {expected}."),
    "RB104": error("{expected} is wanted here; {read} was found.", "Write {expected}."),
    "RB105": error("“{read}” is not one of the words known here{nearest}.", "Write one of: {known}."),
    "RB106": error("“{read}” cannot be read as an expression: {problem}.", "Mend the expression at the caret."),
    "RB107": error("{problem}", "Change the keys of this part."),
    "RB108": error("“{read}” is not a plain number.", "Write plain decimals with a point (17.10), a fraction (1/3) or a percentage (80%)."),
    "RB109": error("“{read}” is not a date.", "Write 2019-07-23 or 23/7/2019."),
    "RB110": error("“{read}” is not an id.", "Write letters, digits and the signs this kind of id allows, beginning with a letter."),
    "RB111": error("“{key}” stands here as a key without a value.", "Put quotes around the text if a comma or a colon in it split it."),
    "RB112": error("“{read}” is a word of the expression language and cannot be the id of an answer.", "Choose another id."),
    # Names that point somewhere.
    "RB201": error("There is no answer “{read}”{nearest}.", "Declare it under answers, or correct the name."),
    "RB202": error("There is no {what} “{read}”{nearest}.", "Write one of: {known}."),
    "RB203": error("The id “{read}” is used twice.", "Give each its own id."),
    "RB204": error("{read} stands where {expected} is wanted.", "Mend the expression."),
    "RB205": error("The formulas depend on each other in a circle: {cycle}.", "Break the circle."),
    "RB206": error("“{read}” is not a choice of {answer}{nearest}.", "Write one of: {known}."),
    "RB207": error("The choice “{read}” of {answer} has no points here.", "Say how many points it gives; 0 too is written out."),
    "RB208": error("“{read}” can only be asked once all criteria are scored.", "Use it in grades, knockouts, awards or tie-breaks."),
    "RB209": error("The {what} “{read}” does not apply to group {group}.", "Refer to what the same group is judged by."),
    "RB210": warning("The answer “{read}” is asked of nobody.", "Use it in a criterion, ask a group for it, or remove it."),
    # Arithmetic of the rules.
    "RB301": error("The parts add up to {found}, but {what} has a maximum of {declared}.", "Correct one of the two."),
    "RB302": error("For group {group} the sections add up to {found}, but its maximum is {declared}.", "Correct one of the two."),
    "RB303": error(
        "Between “{upper}” and “{lower}” the totals above {low} and below {high} belong to no grade as printed.",
        "Say how the bounds are read: between_bounds: lower_bound or round_first.",
    ),
    "RB304": error("The bands “{upper}” and “{lower}” overlap at {low}.", "Begin the lower one’s range below the upper one’s."),
    "RB305": error(
        "The top step asks for exactly {value} and everything else gives {otherwise}: whoever has more gets less.",
        "Write from: {value} if more is as good, or add a step for more.",
    ),
    "RB306": error("A division has no rule for a denominator of 0.", "Add when_denominator_zero: full, zero, not_applicable or error."),
    "RB307": error("Points of {value} lie outside the criterion’s bounds of {low} to {high}.", "Correct the points or the bounds."),
    "RB308": error("No step is left for “{value}”: an earlier one takes everything it could.", "Order the steps, or correct the bound."),
    "RB309": error("Grades leave no band for the rest.", "End with a band without a bound, or from the lowest possible total."),
    "RB310": error("The maximum of group {group} is not known.", "Write scale.max_points, or max_points at the group."),
    "RB311": error("The step at {value} gives fewer points than a worse one.", "Order steps and points alike, or correct one of them."),
    "RB312": error("A share of {value} cannot be reached: both are counted in {measure}.", "Write shares as 80% or 0.8."),
    "RB313": error("“{grade}” begins at {value}, but no total passes {high}.", "Correct the bound, or the scale."),
    "RB314": warning(
        "“{lower}” is printed up to {low} and “{upper}” from {high}: more than one rounding apart, which no reading of bounds explains.",
        "Correct the bounds, or add the grade between them; as it stands the totals between belong to “{lower}”.",
    ),
    # Sources.
    "RB401": error("{what} has no source.", "Add source: {{ref, where, basis}}."),
    "RB402": error("There is no source “{read}”{nearest}.", "Declare it under sources."),
    "RB403": error("A modelled rule does not name the archetype it follows.", "Add archetype: C02, say, or another basis."),
    "RB404": error("An inferred rule gives no reason.", "Add reason: and say from what it follows."),
    "RB405": error("“{read}” is not an archetype.", "Write C01–C22, N1–N7, A01–A11, K1–K8, R1–R8 or W1–W4."),
    # Amendments.
    "RB501": error("The change hits nothing: there is no “{read}” under {where}{nearest}.", "Correct at:, or add what is missing."),
    "RB502": error("The change expects {expected}, but the base has {found}.", "Check the base; correct expect: if the base is right."),
    "RB503": error("Something stands already at {where}.", "Use set: to replace it."),
    "RB504": error("A change wants exactly one of set, add and remove.", "Split it, or complete it."),
    "RB505": error("A change with set or remove wants the old value.", "Add expect: or expect_ids:."),
    "RB506": error("The base rulebook “{read}” is not found.", "Put it beside this one, or give its id."),
    "RB507": error("The amendments form a circle: {cycle}.", "A rulebook cannot amend itself."),
    "RB508": error("“{key}” cannot stand in an amendment; only its identity and changes do.", "Make it a change."),
    # Using rulebooks.
    "RB601": error("There is no rulebook “{read}”{nearest}.", "Write one of: {known}; or the path of a rulebook.yaml."),
    "RB602": error("{path} has no rulebook.yaml.", "Give the folder or the file of a rulebook."),
    "RB603": error(
        "Not official: {count} rules that affect results are modelled, not taken from the regulation: {names}.",
        "Replace them by the transcribed regulation, or score without --official.",
    ),
    "RB604": warning("The survey is for {read}; this rulebook governs {known}.", "Choose the rulebook of that year."),
    "RB605": note("{points} of {total} points rest on modelled rules.", "Do not present them as the regulation’s."),
    "RB607": error("The rulebook has no stage “{read}”.", "Write one of: {known}."),
    "RB609": error(
        "It names rulebook {id}, which is none of those that come with ictscore.",
        "Say where the rulebook is with {option}: its folder or its file.",
    ),
    "RB608": error(
        "There is no value “{read}” in the rulebook{nearest}.",
        "Write the id of a criterion, or a path of keys and ids such as grades/bands, which begins with one of: {known}.",
    ),
    "RB610": error(
        "Rulebook {id} has the hash {read}; the lock says {expected}.",
        "Use the rulebook that was locked, or lock this one once its changes are agreed on.",
    ),
    "RB611": error("The lock says nothing of rulebook {read}.", "Score by one of: {known}; or lock this one."),
    "RB612": error("There is no lock here.", "Write one with ictscore lock, or go without --locked."),
    "RB613": error(
        "The list of units used with rulebook {id} has the hash {read}; the lock says {expected}.",
        "Use the list that was locked, or lock the rulebook again once the list is agreed on.",
    ),
    "RB614": error("Rulebook {id} stands in the lock twice.", "Write the lock anew with ictscore lock."),
    "RB606": error("The rulebook is marked incomplete.", "Score without --official."),
}
