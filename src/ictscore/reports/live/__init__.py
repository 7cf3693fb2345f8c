"""The live twin of a result: a workbook whose points, ranks, grades and awards are formulas fed by answers that people can change."""
