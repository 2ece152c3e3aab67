"""Addresses that both the screens and the server must know."""

GOAL_WORKBOOK_PATH = "/export/maluppfyllelse.xlsx"
HEALTH_PATH = "/halsa"
UNITS_PATH = "/enheter"
UNITS_XLSX_PATH = "/export/enheter.xlsx"
UNITS_CSV_PATH = "/export/enheter.csv"
