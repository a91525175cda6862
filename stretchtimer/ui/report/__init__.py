"""The report for a physiotherapist, drawn on paper."""
