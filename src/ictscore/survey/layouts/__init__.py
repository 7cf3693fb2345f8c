"""Where questions, answers and units stand in a sheet: found by hidden marks, else by what people wrote."""
