"""The commands: read, do, write, exit code; one command, one file."""
