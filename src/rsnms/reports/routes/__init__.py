"""Routes and plans told to people and machines."""
