"""The pytest plugin: collects the cases of ``*.test.yaml`` files. Every pytest of a user loads it, so it is light."""
