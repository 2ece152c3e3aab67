"""Addresses that both the screens and the server must know."""

GOAL_WORKBOOK_PATH = "/export/maluppfyllelse.xlsx"
HEALTH_PATH = "/halsa"
