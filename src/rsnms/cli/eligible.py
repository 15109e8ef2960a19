"""x."""


def eligible() -> None:
    """Stub."""
