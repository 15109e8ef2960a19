"""From diagnosed deficits to a route: what is lacking, what is required, what closes it."""
