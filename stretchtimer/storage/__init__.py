"""Files and the database; knows core, never Qt."""
