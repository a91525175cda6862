"""The Stretch page: pick a stretch or a routine, read how it goes, set the dosage."""
