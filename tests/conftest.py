"""How Hypothesis runs here: a busy machine is never a mistake, and continuous integration tries the same every time.

At a desk the examples are random and a failure is kept in ``.hypothesis`` until it is mended. Where ``CI`` is set they
follow from the tests alone, so that a run says something of the change and nothing of luck; what a failure needs to
be seen again is printed with it. ``pytest --hypothesis-profile soak`` tries ten times as many where a test names no
number of its own.
"""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("rsnms", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.register_profile("ci", settings.get_profile("rsnms"), derandomize=True, database=None)
settings.register_profile("soak", settings.get_profile("rsnms"), max_examples=1_000)
settings.load_profile("ci" if os.environ.get("CI") else "rsnms")
