"""``ictscore sign``: a detached signature for results."""

from __future__ import annotations

from pathlib import Path

import click

from ictscore.commands.options import lang_option
from ictscore.reports.console import plain, results, talk
from ictscore.reports.findings import print_findings
from ictscore.reports.recorded.unedited import refuse_edited
from ictscore.signatures import sign


@click.command("sign")
@click.argument("path", metavar="RESULTS", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--key", "-k", required=True, type=click.Path(path_type=Path), metavar="FILE", help="The SSH key to sign with.")
@lang_option
def command(path: Path, key: Path) -> int:
    """Sign results with an SSH key: RESULTS.sig is written beside them.

    Results are verified first: edited ones are not signed, and what is only seen less well in them is told. Whoever has the public key
    checks it with ictscore verify RESULTS --signers FILE --identity NAME. ssh-keygen does the work.
    """
    print_findings(talk(), refuse_edited(path))
    results().print(plain(str(sign(path, key))))
    return 0
