"""What came of policy tests: for people, for continuous integration, for machines."""
