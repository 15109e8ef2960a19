"""What a change of policies does, told to people and machines."""
