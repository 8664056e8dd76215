"""Values: money, quantities and dates, as written and as numbers."""
