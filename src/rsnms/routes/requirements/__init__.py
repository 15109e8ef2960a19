"""What a plan must contain by the rules of a policy."""
