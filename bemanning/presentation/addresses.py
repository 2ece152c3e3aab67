"""Addresses that both the screens and the server must know."""

GOAL_WORKBOOK_PATH = "/export/maluppfyllelse.xlsx"
TREND_WORKBOOK_PATH = "/export/trend.xlsx"
TREND_CSV_PATH = "/export/trend.csv"
TREND_PATH = "/trend"
HELP_PATH = "/hjalp"
HEALTH_PATH = "/halsa"
