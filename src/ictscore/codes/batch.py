"""Codes BA…: what can be found in a file of jobs."""

from ictscore.codes.code import Code, error

BATCH: dict[str, Code] = {
    "BA101": error(
        "Two outputs of jobs are the same file {output} (upper and lower case count as the same).", "Give each output a name of its own."
    ),
    "BA102": error("The output {output} is the survey of another job.", "Choose another name for the output."),
    "BA103": error(
        "ictscore made a mistake in this job: {error}.", "Please report it with the job’s files; the other jobs are not affected."
    ),
}
