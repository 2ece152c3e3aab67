"""Words of what is done from a screen."""

SIGNATURE = "Ditt namn"
SIGNATURE_HELP = "Står i loggen vid allt du ändrar. Webbläsaren minns det."
NAME_MISSING = "Skriv ditt namn under ”Ditt namn” först, högst 100 tecken: ändringen loggas under det."
NOT_OURS = "Ändringen kom inte från Bemannings egen sida och har inte gjorts. Ladda om sidan och försök igen."
FAILED = "Det gick inte att nå servern, så inget är säkert ändrat. Ladda om sidan och se efter innan du försöker igen."
CLOSE = "Stäng meddelandet"
READ_ONLY = (
    "Du har läsbehörighet: allt går att se, inget kan ändras här. Be den som förvaltar Bemanning om du behöver ändra."
)
