"""Where elements come from, and the words they are told in."""
