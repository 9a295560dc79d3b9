"""What is said before the page is reached: the words of the login form, and of a page that has too much to do."""

from __future__ import annotations

_TEXTS = {
    "en": {
        "title": "Log in to Chorus",
        "name": "Name",
        "password": "Password",
        "enter": "Log in",
        "wrong": "The name or the password is wrong.",
        "wait": "Too many failed attempts; try again in {seconds} seconds.",
        "crowded": "Too many questions are being answered just now; please ask again in a moment.",
    },
    "sq": {
        "title": "Hyni në Chorus",
        "name": "Emri",
        "password": "Fjalëkalimi",
        "enter": "Hyni",
        "wrong": "Emri ose fjalëkalimi është i gabuar.",
        "wait": "Shumë përpjekje të dështuara; provoni sërish pas {seconds} sekondash.",
        "crowded": "Tani po u përgjigjet shumë pyetjeve; ju lutemi pyesni përsëri pas pak.",
    },
    "sr": {
        "title": "Prijavite se na Chorus",
        "name": "Ime",
        "password": "Lozinka",
        "enter": "Prijava",
        "wrong": "Ime ili lozinka nisu tačni.",
        "wait": "Previše neuspelih pokušaja; pokušajte ponovo za {seconds} s.",
        "crowded": "Trenutno se odgovara na previše pitanja; molimo vas da malo kasnije pitate ponovo.",
    },
    "it": {
        "title": "Accedi a Chorus",
        "name": "Nome",
        "password": "Password",
        "enter": "Accedi",
        "wrong": "Il nome o la password non sono corretti.",
        "wait": "Troppi tentativi falliti; riprova tra {seconds} secondi.",
        "crowded": "In questo momento ci sono troppe domande; la preghiamo di chiedere di nuovo tra poco.",
    },
    "hu": {
        "title": "Bejelentkezés a Chorusba",
        "name": "Név",
        "password": "Jelszó",
        "enter": "Belépés",
        "wrong": "A név vagy a jelszó hibás.",
        "wait": "Túl sok sikertelen próbálkozás; próbálja újra {seconds} másodperc múlva.",
        "crowded": "Most túl sok kérdés vár válaszra; kérjük, kérdezzen újra egy kicsit később.",
    },
}


def language_of(accept_language: str) -> str:
    """The first language of an Accept-Language header that there are texts in, else English."""
    asked = (part.split(";")[0].strip()[:2].lower() for part in accept_language.split(","))
    return next((code for code in asked if code in _TEXTS), "en")


def login_text(key: str, language: str, **values: object) -> str:
    """One of the texts, filled in."""
    return _TEXTS[language][key].format(**values)
