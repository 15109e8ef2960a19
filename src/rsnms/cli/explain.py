"""x."""


def explain() -> None:
    """Stub."""
