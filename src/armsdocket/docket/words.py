"""The index of words: documents cut into folded words by us, so that both stores find the same."""

import re
from collections.abc import Iterable

from sqlalchemy import Connection, text

from armsdocket.vocabulary.folding import fold

_WORD = re.compile(r"[^\W_]+")
# PostgreSQL refuses a vector of more than a megabyte; SQLite is held to the same, so both find the same.
LONGEST = 600_000


def words_of(content: str) -> list[str]:
    """Return the folded words of a text: letters and figures, cut at everything else.

    >>> words_of("Vučić: FGM-148F")
    ['vucic', 'fgm', '148f']
    """
    return _WORD.findall(fold(content))


def _tokens(content: str, names: Iterable[str]) -> str:
    """Return a text's words, and behind them those of the standard names that the text has not."""
    own = words_of(content)
    known = set(own)
    named = (word for name in names for word in words_of(name))
    extra = dict.fromkeys(word for word in named if word not in known)
    return " ".join((" ".join(own)[:LONGEST], *extra))


_INSERT_SQLITE = text("INSERT INTO words(rowid, tokens) VALUES (:place, :tokens)")
_INSERT_POSTGRES = text("INSERT INTO words VALUES (:place, to_tsvector('simple', :tokens))")


def index(connection: Connection, place: int, content: str, names: Iterable[str]) -> None:
    """Enter a document's words, and the standard names of what its claims are about."""
    statement = _INSERT_SQLITE if connection.dialect.name == "sqlite" else _INSERT_POSTGRES
    connection.execute(statement, {"place": place, "tokens": _tokens(content, names)})


def remove(connection: Connection, place: int, content: str, names: Iterable[str]) -> None:
    """Take a document's words out; ``content`` and ``names`` are what they were entered from."""
    if connection.dialect.name == "sqlite":
        # An index without its own copy of the text needs the old words to forget them.
        statement = text("INSERT INTO words(words, rowid, tokens) VALUES ('delete', :place, :tokens)")
        connection.execute(statement, {"place": place, "tokens": _tokens(content, names)})
    else:
        connection.execute(text("DELETE FROM words WHERE place = :place"), {"place": place})


def clear(connection: Connection) -> None:
    """Empty the index."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO words(words) VALUES ('delete-all')"))
    else:
        connection.execute(text("DELETE FROM words"))
