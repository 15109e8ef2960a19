"""Reading people from Excel, CSV, Parquet and dataframes: nothing is guessed, nothing is lost."""
