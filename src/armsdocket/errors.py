"""The tree of errors. Every message says what, where, and what to do.

ArmsdocketError
├── UnreadableDocument   bytes that cannot become a document
├── VocabularyError      a vocabulary data file that breaks its schema
├── ExtensionError       another package's reader that is missing, fails to load, or misplaces passages
├── LawError             a rule file that breaks its schema, or a question no rule answers
├── DocketError          a docket that cannot be opened, written or trusted
│   ├── NewerDocket      a docket written by a newer version of the program
│   └── OlderDocket      a docket written by an earlier version, to be rebuilt first
└── UsageError           a request that cannot be understood (exit code 2)
"""


class ArmsdocketError(Exception):
    """Root of all errors this program raises on purpose."""


class UnreadableDocument(ArmsdocketError):
    """Bytes that cannot become a document: empty, binary, encrypted, truncated, too large."""


class VocabularyError(ArmsdocketError):
    """A vocabulary data file that breaks its schema."""


class ExtensionError(ArmsdocketError):
    """Another package's reader that is missing, does not load, or gives passages that are none."""


class LawError(ArmsdocketError):
    """A rule file that breaks its schema, or a question that no rule answers."""


class DocketError(ArmsdocketError):
    """A docket that cannot be opened, written or trusted."""


class NewerDocket(DocketError):
    """A docket written by a newer version of the program; it is left untouched."""


class OlderDocket(DocketError):
    """A docket written by an earlier version of the program; it is left untouched until it is rebuilt."""


class UsageError(ArmsdocketError):
    """A request that cannot be understood."""
