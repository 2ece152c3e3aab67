"""Words of charts as pictures."""

IMAGE_LABEL = "Hämta som {kind}: {chart}"
IMAGE_DONE = "Bilden är hämtad: {file}"
IMAGE_FAILED = "Bilden kunde inte göras. Ladda om sidan och försök igen."
SOURCE = "Källa: {source}. {region}, Bemanning, {{date}}."
PRELIMINARY = "Preliminärt: någon månad i perioden kan ännu ändras."
LEDGER = "Ekonomisystemet"
BOTH = "Ekonomisystemet och Heroma"
