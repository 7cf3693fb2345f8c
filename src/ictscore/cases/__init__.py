"""A rulebook proved by examples."""

from ictscore.cases.model import Case, CaseFile, CaseUnit, Expectation, plain_value, read_cases
from ictscore.cases.run import CaseResult, PreparedCase, prepare_cases, run_cases

__all__ = [
    "Case",
    "CaseFile",
    "CaseResult",
    "CaseUnit",
    "Expectation",
    "PreparedCase",
    "plain_value",
    "prepare_cases",
    "read_cases",
    "run_cases",
]
