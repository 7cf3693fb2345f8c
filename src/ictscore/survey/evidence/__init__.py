"""Evidence: the files that forms name beside their answers, held against a folder of files. It never changes a point."""
