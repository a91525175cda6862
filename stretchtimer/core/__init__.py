"""The rules of the program: no Qt, no files, no clock."""
