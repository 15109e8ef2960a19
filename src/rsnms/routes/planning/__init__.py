"""Individual educational routes (ИОМ): planned, planned again, compared, rated."""
