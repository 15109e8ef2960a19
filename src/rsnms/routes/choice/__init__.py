"""The choice of offers, dates aside."""
