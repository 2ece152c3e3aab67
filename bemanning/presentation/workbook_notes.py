"""The notes that go with the goal workbook: how its figures are made, and how they are to be read."""

SUMS_NOTES = (
    "Belopp i kronor och tid i timmar, per månad. Varje siffra på bladet Måluppfyllelse är en formel som leder hit.",
    "Gula celler är månader som inte är inlästa. De är tomma, inte noll, och summan blir \u201duppgift saknas\u201d.",
)
HOUSE_NOTES = (
    "Andelar räknas på summor, aldrig som medelvärde av andelar. Procent räknas på orundade belopp.",
    "Tal avrundas först när de visas, halva bort från noll. Därför kan visade tal skilja en enhet från summan.",
    "Det nationella målet prövas alltid mot hyrkostnadens andel av total personalkostnad, oavsett vald definition.",
    "En månad som inte är inläst är en uppgift som saknas, aldrig noll. Rullande 12 kräver tolv inlästa månader.",
    "En enhet utan rader i en inläst månad har kostnaden noll. Negativa månader är rättelser och räknas med.",
    "2015 års kostnad är hyrkostnaden samma månader 2015, i löpande priser och enligt vald organisation.",
    "Hyrveckor är arbetade timmar av inhyrd personal delade med timmar per vecka; frånvaro räknas aldrig.",
)
