"""The demo region's accounts: invented, and said to be so in the mapping workbook. There is no national hyrkonto."""

from dataclasses import dataclass

from bemanning.domain.month import ALWAYS_FROM, ALWAYS_TO, Month
from bemanning.domain.vocabulary import CostKind, Profession

LEDGER_CHANGE = Month(2017, 1)


@dataclass(frozen=True, slots=True)
class Account:
    """A ledger account. `share` is its part of the profession's own cost, or of other costs."""

    code: str
    name: str
    kind: CostKind
    profession: Profession | None = None
    share: float = 0.0
    valid_from: Month = ALWAYS_FROM
    valid_to: Month = ALWAYS_TO


# Social fees are 44 % of wages throughout, so that the ledger's own cost and Heroma's wage cost can be reconciled.
SOCIAL_FEES_SHARE_OF_WAGE = 0.44

_WORDS = {
    Profession.DOCTOR: ("1", "läkare", 0.120, 0.021),
    Profession.NURSE: ("2", "sjuksköterskor", 0.055, 0.034),
    Profession.OTHER: ("3", "övrig personal", 0.030, 0.019),
}


def _own_accounts(profession: Profession) -> tuple[Account, ...]:
    digit, words, on_call, overtime = _WORDS[profession]
    wage = (1 - overtime) / (1 + SOCIAL_FEES_SHARE_OF_WAGE)
    return (
        Account(f"40{digit}1", f"Månadslön {words}", CostKind.OWN, profession, wage * (1 - on_call)),
        Account(f"40{digit}2", f"Jour, beredskap och ob {words}", CostKind.OWN, profession, wage * on_call),
        Account(f"40{digit}8", f"Sociala avgifter {words}", CostKind.OWN, profession, wage * SOCIAL_FEES_SHARE_OF_WAGE),
        Account(f"40{digit}5", f"Övertid och mertid {words}", CostKind.OVERTIME, profession, overtime),
    )


OWN_ACCOUNTS: dict[Profession, tuple[Account, ...]] = {
    profession: _own_accounts(profession) for profession in Profession
}
AGENCY_ACCOUNTS = (
    Account("5011", "Inhyrda läkare", CostKind.AGENCY, Profession.DOCTOR),
    Account("5021", "Inhyrda sjuksköterskor", CostKind.AGENCY, Profession.NURSE),
    Account("5022", "Inhyrda specialistsjuksköterskor", CostKind.AGENCY, Profession.NURSE),
    Account("5031", "Inhyrd övrig personal", CostKind.AGENCY, Profession.OTHER, valid_to=LEDGER_CHANGE.plus(-1)),
    Account("5035", "Inhyrd övrig vårdpersonal", CostKind.AGENCY, Profession.OTHER, valid_from=LEDGER_CHANGE),
)
# Outside personnel cost. 0640 begins with a zero that counts.
OTHER_ACCOUNTS = (
    Account("6100", "Läkemedel", CostKind.OTHER, share=0.42),
    Account("6210", "Sjukvårdsmaterial", CostKind.OTHER, share=0.26),
    Account("6300", "Lokalhyra", CostKind.OTHER, share=0.24),
    Account("0640", "Övriga verksamhetskostnader", CostKind.OTHER, share=0.08),
)
STAFF_OTHER_ACCOUNTS = OTHER_ACCOUNTS[2:]


def all_accounts() -> tuple[Account, ...]:
    """Give every account, as the mapping workbook lists them."""
    own = (account for accounts in OWN_ACCOUNTS.values() for account in accounts)
    return (*own, *AGENCY_ACCOUNTS, *OTHER_ACCOUNTS)


def agency_account(profession: Profession, unit: str, month: Month) -> Account:
    """Give the account that a unit books agency staff on; units with an even code hire specialist nurses."""
    fitting = [
        account
        for account in AGENCY_ACCOUNTS
        if account.profession is profession and account.valid_from <= month <= account.valid_to
    ]
    return fitting[-1] if int(unit) % 2 == 0 else fitting[0]
