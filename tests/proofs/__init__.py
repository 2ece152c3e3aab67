"""Proofs that are run on demand, for minutes or hours; a small fixed sample of each is in the gate."""
