"""Steps: the life of a government-to-government sale, who takes each step and whether its day is public."""

from armsdocket.law import rulebook
from armsdocket.law.rulebook import Rule


class Step(Rule, frozen=True, kw_only=True):
    """One step; ``public`` tells whether its day is usually published."""

    step: str
    who: str
    public: bool


def steps() -> tuple[Step, ...]:
    """Give the steps in their order, then the changes that can come between them.

    >>> [step.step for step in steps() if step.public][:2]
    ['State approval', 'Certification']
    """
    return rulebook.rows("steps", Step)
