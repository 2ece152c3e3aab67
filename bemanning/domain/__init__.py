"""What the figures are about, in the standard library alone: months, money, professions, organisation, goals, faults."""
