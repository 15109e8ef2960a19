"""What a change of policies does: to their texts, and to people."""
