"""Lines of three random layers, and what it means to join some of them."""

from collections.abc import Mapping

from hypothesis import strategies as st

from rsnms.testing.layers import Key, Layer, Stated, layers


def flat(effective: Mapping[Key, Stated]) -> Layer:
    """One jurisdiction that states everything itself."""
    return Layer({key: (stated, "new") for key, stated in effective.items()})


def joined(lower: Layer, upper: Layer) -> Layer:
    """One jurisdiction that says what two say that lie over each other."""
    stated = dict(lower.stated)
    removed = set(lower.removed)
    for key in upper.dropped:
        how = stated.pop(key)[1] if key in stated else "override"
        if how != "new":
            removed.add(key)
    for key, (element, how) in upper.stated.items():
        below = stated.get(key)
        if below is None and how in ("new", "anew"):
            stated[key] = (element, "anew" if key in removed else "new")
        elif below is None:
            stated[key] = (element, how)
        elif how == "extends":
            stated[key] = (element.on(below[0]), below[1])
        else:
            stated[key] = (element, "override" if below[1] == "extends" else below[1])
    return Layer(stated, removed - set(stated))


@st.composite
def lines(draw: st.DrawFn) -> tuple[Layer, Layer, Layer]:
    """Three jurisdictions, each over the one before."""
    first = draw(layers({}))
    second = draw(layers(first.over({})))
    return first, second, draw(layers(second.over(first.over({}))))
