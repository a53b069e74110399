"""Units of money, share, length, weight, area, time and the like: their names and how they convert."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Unit -> (family, how many of the family's base unit it is). Units of one family can be compared.
_CONVERTED = {
    "mm": ("length", 1e-3),
    "cm": ("length", 1e-2),
    "m": ("length", 1.0),
    "km": ("length", 1e3),
    "inch": ("length", 0.0254),
    "foot": ("length", 0.3048),
    "yard": ("length", 0.9144),
    "mile": ("length", 1609.344),
    "nautical mile": ("length", 1852.0),
    "gram": ("weight", 1e-3),
    "kg": ("weight", 1.0),
    "tonne": ("weight", 1e3),
    "ton": ("weight", 1e3),
    "ounce": ("weight", 0.02835),
    "m2": ("area", 1.0),
    "hectare": ("area", 1e4),
    "acre": ("area", 4046.86),
    "km2": ("area", 1e6),
    "square mile": ("area", 2.59e6),
    "second": ("time", 1.0),
    "minute": ("time", 60.0),
    "hour": ("time", 3600.0),
    "day": ("time", 86400.0),
    "week": ("time", 604800.0),
    "month": ("time", 2629800.0),
    "year": ("time", 31557600.0),
    "decade": ("time", 315576000.0),
    "litre": ("volume", 1.0),
    "gallon": ("volume", 3.785),
    "kW": ("power", 1e3),
    "MW": ("power", 1e6),
    "GW": ("power", 1e9),
    "km/h": ("speed", 1.0),
    "mph": ("speed", 1.609344),
}

_CURRENCIES = {
    "USD": r"(?:U\.?S\.? |American )?dollars?|bucks|USD",
    "EUR": r"euros?|EUR",
    "GBP": r"pounds? sterling|GBP",
    "RUB": r"(?:Russian )?r(?:o?u)bles?|RUB",
    "UAH": r"hryvnias?|hryvnyas?|UAH",
    "JPY": r"yen|JPY",
    "CNY": r"yuan|renminbi|CNY",
    "INR": r"(?:Indian )?rupees?|INR",
    "CHF": r"Swiss francs?|CHF",
    "TRY": r"(?:Turkish )?liras?",
    "ILS": r"shekels?",
    "CAD": r"Canadian dollars?|CAD",
    "AUD": r"Australian dollars?|AUD",
}
_SYMBOLS = {
    "$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH", "₹": "INR",
    "C$": "CAD", "CA$": "CAD", "A$": "AUD", "AU$": "AUD", "HK$": "HKD", "NZ$": "NZD",
}  # fmt: skip

_NAMES = {
    "pp": r"(?:percentage|per ?cent) points?|pp\b",
    "%": r"%|per ?cent|pct|percentage",
    "nautical mile": r"nautical miles?",
    "square mile": r"(?:square|sq\.?) (?:miles?|mi)",
    "km2": r"(?:square|sq\.?) (?:kilomet(?:er|re)s?|km)|km²",
    "m2": r"(?:square|sq\.?) (?:met(?:er|re)s?|m)|m²",
    "km/h": r"km/h|kph|kilomet(?:er|re)s? (?:per|an) hour",
    "mph": r"mph|miles? (?:per|an) hour",
    "celsius": r"(?:degrees? )?(?:Celsius|centigrade)|° ?C\b|(?:degrees? )C\b",
    "fahrenheit": r"(?:degrees? )?Fahrenheit|° ?F\b|(?:degrees? )F\b",
    "mm": r"millimet(?:er|re)s?|mm",
    "cm": r"centimet(?:er|re)s?|cm",
    "km": r"kilomet(?:er|re)s?|kms?",
    "m": r"met(?:er|re)s?|m(?=\W|$)",
    "inch": r"inch(?:es)?",
    "foot": r"f(?:oo|ee)?t",
    "yard": r"yards?",
    "mile": r"miles?",
    "kg": r"kilograms?|kilos?|kgs?",
    "gram": r"grams?",
    "tonne": r"tonnes?|metric tons?",
    "ton": r"tons?",
    "ounce": r"ounces?|oz",
    "pound": r"pounds?|lbs?",
    "hectare": r"hectares?|ha",
    "acre": r"acres?",
    "second": r"seconds?",
    "minute": r"minutes?|mins?",
    "hour": r"hours?|hrs?",
    "day": r"days?",
    "week": r"weeks?",
    "month": r"months?",
    "year": r"years?|yrs?",
    "decade": r"decades?",
    "litre": r"lit(?:er|re)s?",
    "gallon": r"gallons?",
    "barrel": r"barrels?|bpd",
    "kW": r"kilowatts?|kW",
    "MW": r"megawatts?|MW",
    "GW": r"gigawatts?|GW",
} | _CURRENCIES
_ORDER = tuple(_NAMES)
#: Case counts for symbols of one or two letters only, and a unit in other letters is seldom meant.
_AFTER = re.compile(
    rf"(?:\s+|-)?(?:of\s+)?(?:{'|'.join(f'(?P<u{at}>{_NAMES[name]})' for at, name in enumerate(_ORDER))})"
    r"(?![\w²/])"
)
_BEFORE = re.compile(r"(?<![A-Z])((?:US|CA|AU|HK|NZ|C|A)?[$]|[€£¥₽₴₹])\s?$")
_CODE_BEFORE = re.compile(r"\b(USD|EUR|GBP|RUB|UAH|JPY|CNY|INR|CHF|CAD|AUD)\s?$")
_RATE = re.compile(
    r"\s+(?:per|an?|each|every)\s+(second|minute|hour|day|night|week|month|year|person|head|capita|barrel|tonne|"
    r"ton|litre|gallon|mile|km|student|household|family)\b|\s+(daily|weekly|monthly|annually|yearly|apiece|each)\b"
)
_OF_RATE = MappingProxyType(
    {
        "daily": "day",
        "weekly": "week",
        "monthly": "month",
        "annually": "year",
        "yearly": "year",
        "capita": "head",
    }
)

FAMILIES: Mapping[str, tuple[str, float]] = MappingProxyType(_CONVERTED)


def unit_after(text: str, at: int) -> tuple[str, int] | None:
    """The unit that begins at an offset (a space or hyphen may precede it) and where it ends, if any."""
    found = _AFTER.match(text, at)
    if found is None:
        return None
    return _ORDER[int(str(found.lastgroup)[1:])], found.end()


def currency_before(text: str, at: int) -> tuple[str, int] | None:
    """The currency whose sign or code ends at an offset and where it begins, if any."""
    window = max(0, at - 5)
    found = _BEFORE.search(text, window, at) or _CODE_BEFORE.search(text, window, at)
    return None if found is None else (_SYMBOLS.get(found[1], found[1]), found.start())


def rate_after(text: str, at: int) -> tuple[str, int] | None:
    """ "a day", "per person", "monthly": what a quantity is counted for, and where the words end."""
    found = _RATE.match(text, at)
    if found is None:
        return None
    word = found[1] or found[2]
    return _OF_RATE.get(word, word), found.end()


def in_base(value: float, unit: str) -> float:
    """A value in the base unit of its family; of units that do not convert, the value itself."""
    if unit == "fahrenheit":
        return (value - 32) / 1.8
    return value * FAMILIES[unit][1] if unit in FAMILIES else value


def family(unit: str) -> str:
    """What a unit measures ("length"), or the unit itself where nothing else measures that."""
    if unit in ("celsius", "fahrenheit"):
        return "temperature"
    return FAMILIES[unit][0] if unit in FAMILIES else unit
