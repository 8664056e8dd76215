"""Countries: the traps in their names, and the data itself."""

import pytest

from armsdocket.vocabulary import countries
from armsdocket.vocabulary.countries import find_places, in_sentence, name_of, place_of


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Kosovo asked; the Kosovar side and Prishtinë agreed", ["XK", "XK", "XK"], "name, demonym, capital"),
        ("they told us that the US and the U.S. Army", ["US", "US"], "the pronoun is no country"),
        ("a polished, polish answer from Polish officers", ["PL"], "a demonym needs its capital"),
        ("Turkey, Türkiye and TURKEY", ["TR", "TR", "TR"], "old and new name"),
        ("a plant in Marietta, Georgia", [], "the American state"),
        ("Armenia, Georgia and Ukraine", ["AM", "GE", "UA"], "a list of countries"),
        ("Georgia Tech and the Georgian army", ["GE"], "a university is no country"),
        ("Michael Jordan met the king of Jordan", ["JO"], "a surname"),
        ("Chad Wolf spoke of the Chad Army in Chad", ["TD", "TD"], "a first name"),
        ("Lebanon, Tennessee; Paris, Texas; Cuba, Mo.", [], "American towns"),
        ("Niger, Nigeria and the Nigerian army", ["NE", "NG", "NG"], "one name inside the other"),
        (
            "Papua New Guinea, Equatorial Guinea, Guinea-Bissau, Guinea",
            ["PG", "GQ", "GW", "GN"],
            "longest first",
        ),
        ("White Sands, New Mexico, and China Lake", [], "names that hold a country's name"),
        ("the Republic of China and the People's Republic of China", ["TW", "CN"], "two Chinas"),
        ("North Korea, South Korea and the Republic of Korea", ["KP", "KR", "KR"], "two Koreas"),
        ("Soviet-era tanks from East Germany", ["SUHH", "DDDE"], "countries that are no more"),
        ("Saudi-led, Emirati-backed", ["SA", "AE"], "demonyms before a hyphen"),
        ("the Washington Post; Washington and The Hague", ["US", "NL"], "capitals, not newspapers"),
        ("Republika Srbija i Kosovë", ["RS", "XK"], "names in other languages"),
    ],
)
def test_find_places(text: str, expected: list[str], why: str) -> None:
    assert [place.code for place in find_places(text)] == expected, why


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the Government of the Kingdom of Saudi Arabia", "SA"),
        ("Government of Philippines", "PH"),
        ("Taipei Economic and Cultural Representative Office in the United States", "TW"),
        ("Taipei Economic and Cultural Representative Office in the United States (TECRO)", "TW"),
        ("NATO Support and Procurement Agency (NSPA)", "NSPA"),
        ("Republic of Korea", "KR"),
        ("KINGDOM OF MOROCCO", "MA"),
        ("Hellenic Republic", "GR"),
        ("Norway", "NO"),
        ("a friend of Serbia", None),
        ("", None),
    ],
)
def test_place_of(words: str, expected: str | None) -> None:
    assert place_of(words) == expected


def test_names() -> None:
    assert (name_of("XK"), name_of("NATO")) == ("Kosovo", "NATO")
    with pytest.raises(KeyError):
        name_of("??")


def test_a_span_limits_what_is_found() -> None:
    text = "Kosovo and Serbia"
    assert [place.code for place in find_places(text, 7)] == ["RS"]
    assert [place.code for place in find_places(text, 0, 10)] == ["XK"]


def test_every_country_of_iso_3166_is_there() -> None:
    codes = [code for code in countries.all_countries() if len(code) == 2]
    assert len(codes) == 250


@pytest.mark.parametrize("code", sorted(countries.all_countries()))
def test_every_name_leads_to_its_country(code: str) -> None:
    entry = countries.country(code)
    names = (
        entry.name,
        *entry.names,
        *entry.local,
        *entry.styles,
        *entry.demonyms,
        *entry.people,
        *entry.capitals,
    )
    for words in names:
        assert place_of(words) == code, words


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("NL", "the Netherlands"),
        ("CD", "the Democratic Republic of the Congo"),
        ("SUHH", "the Soviet Union"),
        ("SE", "Sweden"),
        ("EU", "the European Union"),
        ("NATO", "NATO"),
    ],
)
def test_a_name_stands_in_a_sentence_with_its_article(code: str, words: str) -> None:
    assert in_sentence(code) == words
