"""What the operating system offers, each thing behind a small protocol with a silent stand-in."""
