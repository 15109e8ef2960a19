"""What conditions come to: reached, met, shared, weakened. Proven, not guessed."""
