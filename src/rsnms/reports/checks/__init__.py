"""What checks of policies found, as text with excerpts, JSON, SARIF, JUnit and annotations of GitHub."""
