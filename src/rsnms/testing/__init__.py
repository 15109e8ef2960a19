"""For those who test policies, or applications over them: Hypothesis strategies and a pytest plugin."""
