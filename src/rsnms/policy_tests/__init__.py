"""Policy tests: cases in YAML beside the policies, run by the real engines, and how much of a policy they hold."""
