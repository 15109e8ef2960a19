"""Lives under the packaged policies keep every law; a life that breaks one is told by its shortest program."""

from datetime import date
from typing import ClassVar

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import invariant, run_state_machine_as_test

import rsnms
from rsnms.policy.model import UnknownNameError
from rsnms.testing import ProfessionalLife

TREE = rsnms.load_policies()
SETTINGS = settings(max_examples=15, stateful_step_count=12, deadline=None)


SHORT = settings(
    SETTINGS,
    max_examples=200,
    stateful_step_count=4,
    derandomize=True,
    database=None,
    phases=[Phase.generate, Phase.shrink],
)
"""Lives in which to look for what is broken."""


class LifeInVolgograd(ProfessionalLife):
    jurisdiction = TREE["ru/volgograd"]


class LifeInLeningrad(ProfessionalLife):
    jurisdiction = TREE["ru/leningrad"]
    start = date(2024, 2, 29)


class LifeInKirovsk(ProfessionalLife):
    jurisdiction = TREE["ru/leningrad/kirovsk"]


class LifeInMegion(ProfessionalLife):
    jurisdiction = TREE["ru/yugra/megion"]


class LifeInUstKoksa(ProfessionalLife):
    jurisdiction = TREE["ru/altai/ust-koksa"]


@pytest.mark.parametrize("life", [LifeInVolgograd, LifeInLeningrad, LifeInKirovsk, LifeInMegion, LifeInUstKoksa])
def test_every_law_holds_all_life_long(life):
    run_state_machine_as_test(life, settings=SETTINGS)


class NobodyGrowsOld(ProfessionalLife):
    """States a law that does not hold."""

    jurisdiction = TREE["ru/volgograd"]
    eligibilities: ClassVar = ("young-educator-support",)

    def __init__(self) -> None:
        super().__init__()
        self.was_eligible = False

    @invariant()
    def whoever_is_supported_stays_so(self) -> None:
        now = self.decisions["young-educator-support"].verdict
        if self.was_eligible and now is rsnms.Verdict.INELIGIBLE:
            raise AssertionError("no longer supported")
        self.was_eligible = now is rsnms.Verdict.ELIGIBLE


def test_a_law_of_ones_own_that_is_broken_is_told_shortly():
    with pytest.raises(AssertionError, match="no longer supported") as caught:
        run_state_machine_as_test(NobodyGrowsOld, settings=SHORT)

    told = "\n".join(caught.value.__notes__)
    steps = [line for line in told.splitlines() if line.startswith("state.") and not line.endswith("()")]
    assert len(steps) <= 3, told
    assert steps[0].startswith("state.begins(person={")


def test_a_life_needs_a_jurisdiction():
    with pytest.raises(TypeError, match="'jurisdiction'"):
        ProfessionalLife()


def test_pairs_live_no_life():
    class Pairs(ProfessionalLife):
        jurisdiction = TREE["ru/volgograd"]
        eligibilities: ClassVar = ("teacher-pair",)

    with pytest.raises(UnknownNameError, match="teacher-pair"):
        Pairs()


def test_what_changes_and_when():
    life = LifeInVolgograd()
    life.begins({"category": "first", "roles": frozenset({"tutor"})})
    life.works(months=1, days=2)
    life.attests("highest")
    life.takes_up(frozenset({"mentor"}))
    life.gives_up(frozenset({"tutor"}))
    life.trains("trained_in_methodical_support")
    life.is_diagnosed(())

    assert life.day == date(2024, 2, 3)
    assert life.profile.sources == {
        "category": "highest",
        "category_decided_on": life.day,
        "roles": frozenset({"mentor"}),
        "trained_in_methodical_support": True,
        "trained_in_methodical_support_on": life.day,
        "diagnostics_passed": True,
        "diagnosed_on": life.day,
    }


def test_what_cannot_change_is_told_with_its_fact():
    life = LifeInVolgograd()
    life.begins({})
    with pytest.raises(UnknownNameError, match="Нет факта «lectures_givn»"):
        life.change("lectures_givn", 3)
    with pytest.raises(rsnms.BadFactsError, match="category: found «higest»"):
        life.change("category", "higest")
    assert life.profile.sources == {}


def test_what_is_learned_does_not_contradict_what_is_known():
    life = LifeInVolgograd()
    life.begins({"age": rsnms.Span.of(30)})
    life.is_learned({"birth_date": date(1950, 1, 1)})
    life.is_learned({"post": "teacher"})

    assert set(life.profile.sources) == {"age", "post"}
