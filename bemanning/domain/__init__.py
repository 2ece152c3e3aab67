"""What the figures are about, in the standard library alone: months, money, organisation, goals, faults."""
