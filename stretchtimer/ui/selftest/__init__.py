"""The self-test: the guide, the form of results, and the list of them."""
