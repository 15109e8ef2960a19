"""Catalogues of offers, read strictly."""
