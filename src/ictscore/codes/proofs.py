"""Codes RB7…: what a proof of a rulebook finds, each shown by answers that scoring confirmed."""

from ictscore.codes.code import Code, error, note, warning

PROOFS: dict[str, Code] = {
    # Points.
    "RB701": error(
        "Criterion {criterion} can leave its bounds of {low} to {high}, and scoring gives an error instead of points. {example}.",
        "Cap the formula, or correct the bounds.",
    ),
    "RB702": warning(
        "By its formula criterion {criterion} never gives its maximum of {high}; the most is {most}{open}. {example}.",
        "Correct the formula, the maximum, or what the questions accept.",
    ),
    "RB703": warning(
        "By its formula criterion {criterion} never falls to its least of {low}; the least is {least}{open}. {example}.",
        "Correct min_points, or the formula.",
    ),
    "RB704": warning("“{branch}” can never come about here. {example}.", "Remove it, or correct the bound or the order."),
    "RB705": warning("The limit of {cap} never takes effect. {example}.", "Remove the limit, or correct it."),
    "RB706": warning(
        "Values {where} fit no step and get less than those on both sides. {example}.",
        "Let the steps meet: write from: where the next one ends.",
    ),
    "RB707": error(
        "Totals between {low} and {high}, such as {value}, stand in the printed range of no grade: “{lower}” ends at {low}, “{upper}” begins at {high}. {example}.",
        "Say how the bounds are read: between_bounds: lower_bound or round_first.",
    ),
    "RB708": warning("By the formulas no unit can get grade “{grade}”: {reason}. {example}.", "Correct the band, or its condition."),
    "RB709": warning(
        "By the formulas no unit can get award “{award}”: {reason}. {example}.",
        "Correct the grade, the minimum or the condition of the award.",
    ),
    "RB710": warning(
        "Award “{award}” has {places} places, but group {group} has {units} units that are ranked.", "Correct the number of places."
    ),
    "RB711": warning(
        "Award “{award}” has a limited number of places and does not say what happens to a tie at the cut.", "Write ties: ask, all or none."
    ),
    "RB712": warning("Knockout “{knockout}” can never hold. {example}.", "Correct its condition, or remove it."),
    "RB713": warning("Knockout “{knockout}” holds for every unit that answers. {example}.", "Correct its condition."),
    "RB714": warning(
        "In group {group} nothing may be left to judge a unit by: all its criteria can drop out together. {example}.",
        "Let one criterion apply to everybody, or choose another consequence than drop.",
    ),
    "RB715": warning(
        "Where {criterion} does not apply, its {points} points find nobody to take them: what stands beside it does not apply either. {example}.",
        "Use drop, or let something beside it apply to everybody.",
    ),
    "RB716": warning(
        "The questions accept answers that {criterion} refuses. {example}.",
        "Write the same bounds at the question (min, max) as in the formula.",
    ),
    "RB717": warning(
        "The limit of {limit} never takes effect: the criteria under it give {most} at most. {example}.", "Remove the limit, or correct it."
    ),
    "RB718": warning(
        "By the formulas no unit of group {group} can reach the {declared} points that its criteria give one by one, {most} at most: what one asks for, another rules out. {example}.",
        "Correct the criteria that exclude each other, or the maximum.",
    ),
    "RB719": warning(
        "At most {units} units make {places} places of grade “{grade}”: its quota of {share} keeps everybody out.",
        "Correct the share of the quota, or of: what it is taken from.",
    ),
    "RB720": note(
        "Not proved for {criterion}: by intervals its points run from {low} to {high}; nothing tried left the bounds. {example}.",
        "Look at the formula; a cap would make it sure.",
    ),
    "RB721": note(
        "Not proved whether {what} can ever be met: no unit was found that meets it, and none was ruled out.",
        "Work out by hand a unit that meets it; correct the condition where there is none.",
    ),
    "RB723": warning("This policy of {criterion} never takes effect: {reason}. {example}.", "Remove it, or correct its condition."),
    "RB724": warning(
        "The question {answer} may be declared not applicable, but {criterion} has no rule for that. {example}.",
        "Add not_applicable: {{declared: true, then: …}} to the criterion, or do not allow the declaration.",
    ),
    "RB728": warning(
        "The condition of grade “{grade}” holds for every unit that answers and whose total reaches the band. {example}.",
        "Remove it, or correct it.",
    ),
    "RB729": warning(
        "The least total of {minimum} for award “{award}” never decides: its grade already demands {value}.",
        "Remove minimum:, or correct it.",
    ),
    # Incentives.
    "RB731": warning(
        "Criterion {criterion} gives less for more: {answer} mostly raises the points, but from {before} to {after} they fall. {example}.",
        "Let more count at least as much, or accept it with the reason.",
    ),
    "RB732": warning(
        "Criterion {criterion} gives more for less: {answer} mostly lowers the points, but from {before} to {after} they rise. {example}.",
        "Let less count at least as much, or accept it with the reason.",
    ),
    "RB733": warning(
        "To declare {answer} not applicable pays: beside otherwise full marks, these answers to {criterion} make {before}, the declaration makes {after}. {example}.",
        "Demand evidence for the declaration, choose another consequence, or accept it with the reason.",
    ),
    "RB734": warning(
        "To leave {answer} blank pays: these answers to {criterion} make {before}, no answer makes {after}. {example}.",
        "Write on_missing: error, or accept it with the reason.",
    ),
    # Acceptances.
    "RB741": error("There is nothing to accept: {code} is not found at {at}.", "Remove the acceptance, or correct code: and at:."),
    "RB742": error("{code} cannot be accepted.", "Only findings of proofs (RB701 to RB739) can be accepted."),
    "RB799": note("Not proved, because the rulebook has errors of another kind.", "Correct them first."),
}
