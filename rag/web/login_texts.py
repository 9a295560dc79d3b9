"""The words of the login form, in the language that the browser asks for."""

from __future__ import annotations

_TEXTS = {
    "en": {
        "title": "Log in to Chorus",
        "name": "Name",
        "password": "Password",
        "enter": "Log in",
        "wrong": "The name or the password is wrong.",
        "wait": "Too many failed attempts; try again in {seconds} seconds.",
    },
    "sq": {
        "title": "Hyni në Chorus",
        "name": "Emri",
        "password": "Fjalëkalimi",
        "enter": "Hyni",
        "wrong": "Emri ose fjalëkalimi është i gabuar.",
        "wait": "Shumë përpjekje të dështuara; provoni sërish pas {seconds} sekondash.",
    },
    "sr": {
        "title": "Prijavite se na Chorus",
        "name": "Ime",
        "password": "Lozinka",
        "enter": "Prijava",
        "wrong": "Ime ili lozinka nisu tačni.",
        "wait": "Previše neuspelih pokušaja; pokušajte ponovo za {seconds} s.",
    },
    "it": {
        "title": "Accedi a Chorus",
        "name": "Nome",
        "password": "Password",
        "enter": "Accedi",
        "wrong": "Il nome o la password non sono corretti.",
        "wait": "Troppi tentativi falliti; riprova tra {seconds} secondi.",
    },
    "hu": {
        "title": "Bejelentkezés a Chorusba",
        "name": "Név",
        "password": "Jelszó",
        "enter": "Belépés",
        "wrong": "A név vagy a jelszó hibás.",
        "wait": "Túl sok sikertelen próbálkozás; próbálja újra {seconds} másodperc múlva.",
    },
}


def language_of(accept_language: str) -> str:
    """The first language of an Accept-Language header that there are texts in, else English."""
    asked = (part.split(";")[0].strip()[:2].lower() for part in accept_language.split(","))
    return next((code for code in asked if code in _TEXTS), "en")


def login_text(key: str, language: str, **values: object) -> str:
    """One of the texts, filled in."""
    return _TEXTS[language][key].format(**values)
