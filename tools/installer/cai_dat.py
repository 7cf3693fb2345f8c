"""What ``cai-dat.cmd`` and ``go-bo.cmd`` start: puts its own folder on the path, which an isolated Python leaves out."""

import importlib
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).absolute().parent))
    sys.exit(importlib.import_module("installer.main").main(sys.argv[1:]))
