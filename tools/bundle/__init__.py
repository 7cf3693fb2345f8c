"""The parts of ``tools/make_bundle.py``: what makes ictscore-win.zip."""
