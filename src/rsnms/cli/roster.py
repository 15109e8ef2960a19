"""``rsnms roster``: preparing rosters, by a template to fill in or a mapping of a file that exists."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from rsnms.cli.options import LangOption, OutOption, PoliciesOption, PolicyOption, VersionOption, note, write_out
from rsnms.cli.people import EligibilityArgument, MappingOption, RosterArgument
from rsnms.domain.fact import About, Fact
from rsnms.domain.text import Lang
from rsnms.policy.model import Policy
from rsnms.policy.stated import Eligibility
from rsnms.rosters.interview import Question
from rsnms.rosters.mapping import RosterMapping

app = typer.Typer(help="Prepare rosters: a template to fill in, or a mapping of a file.", no_args_is_help=True)


@app.command("template")
def template(
    eligibility: EligibilityArgument,
    out: Annotated[Path, typer.Argument(help="The workbook to write, .xlsx.")],
    policy: PolicyOption,
    on: VersionOption = None,
    folders: PoliciesOption = None,
    lang: LangOption = "ru",
) -> None:
    """Write a workbook with just the columns that an eligibility needs, with lists and notes."""
    from rsnms.policy.conditions import facts_of
    from rsnms.rosters.template import facts_to_state, write_template

    shown = _policy(policy, on, folders)
    asked = shown.eligibility(eligibility)
    facts = facts_to_state(facts_of(asked.condition), shown.facts_about(asked.about))
    write_template(out, facts, _title(asked, shown, lang), lang)
    note(f"{out}: {', '.join(fact.title.in_(lang) for fact in facts)}")


@app.command("map")
def map_file(
    roster: RosterArgument,
    policy: PolicyOption,
    on: VersionOption = None,
    out: OutOption = None,
    start: MappingOption = None,
    pairs: Annotated[bool, typer.Option("--pairs", help="The rows are pairs of persons.")] = False,
    ask: Annotated[
        bool | None, typer.Option("--ask/--no-ask", help="Ask about what is open; by default on a terminal.")
    ] = None,
    folders: PoliciesOption = None,
    lang: LangOption = "ru",
) -> None:
    """Make a mapping file for a roster: what its headings and values mean.

    With questions it asks about everything open; without, what is open stands in the file as comments to complete.
    """
    from rsnms.rosters.proposal import propose

    shown = _policy(policy, on, folders)
    facts = list(shown.facts_about(About.PAIR if pairs else About.PERSON).values())
    if ask if ask is not None else sys.stdin.isatty():
        write_out(_interviewed(roster, facts, start, lang).yaml(), out)
    else:
        write_out(propose(roster, facts, mapping=start).yaml(lang), out)
    if out is not None:
        note(str(out))


def _policy(policy: str, on: date | None, folders: list[Path] | None) -> Policy:
    from rsnms.policy.loading import load_policies

    jurisdiction = load_policies(*(folders or []))[policy]
    return jurisdiction.on(on) if on else jurisdiction.latest


def _title(eligibility: Eligibility, policy: Policy, lang: Lang) -> str:
    return f"{eligibility.title.in_(lang)} — {policy.title.in_(lang)}"


def _interviewed(roster: Path, facts: list[Fact], start: Path | None, lang: Lang) -> RosterMapping:
    from rsnms.rosters.interview import interview

    dialogue = interview(roster, facts, mapping=start)
    try:
        question = next(dialogue)
        while True:
            question = dialogue.send(_answer(question, lang))
    except StopIteration as done:
        settled: RosterMapping = done.value
        return settled


def _answer(question: Question, lang: Lang) -> str:
    """Put a question on standard error; a candidate may be answered by its number."""
    note("")
    note(question.text(lang))
    for number, candidate in enumerate(question.candidates, 1):
        label = candidate.label.in_(lang)
        note(f"  {number}. {candidate.answer}" + (f" — {label}" if label != candidate.answer else ""))
    hint = "пусто — оставить открытым" if lang == "ru" else "empty: leave it open"
    prompt = f"> [{hint}]" if question.optional else ">"
    said = str(typer.prompt(prompt, default="" if question.optional else None, show_default=False, err=True)).strip()
    if said.isdecimal() and 1 <= int(said) <= len(question.candidates) and not question.takes(said):
        return question.candidates[int(said) - 1].answer
    return said
