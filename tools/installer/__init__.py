"""What runs on the Windows machine once ``cai-dat.cmd`` has found a Python: the standard library alone, said in Vietnamese."""
