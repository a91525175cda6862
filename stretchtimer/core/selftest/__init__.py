"""How a hip is tested: protocols, steps, methods of measuring, and which results can be compared."""
