"""Writes the generated tables of the documentation from the models, the policies and the command line themselves.

A table stands between ``<!-- table NAME -->`` and ``<!-- end -->``. ``python docs/make_tables.py`` writes all of them;
the tests fail where one is stale.
"""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import typer
from act_tables import ACT_TABLES, table
from key_words import KEYS, NAMES, OPERATORS, SECTIONS, TYPES

from rsnms.checks.pages import page as page_of
from rsnms.checks.registry import checks
from rsnms.cli.app import app
from rsnms.domain.competency import CompetencyArea, Severity
from rsnms.domain.fact import About, Fact, FactType, Grows, Happened, Holds, Overlap, Since
from rsnms.domain.level import Level
from rsnms.domain.measure import Measure
from rsnms.domain.period import Every
from rsnms.domain.subject import Modality, SubjectKind
from rsnms.domain.system import DocumentKind, ForEach, ObligationKind, ProvisionKind, Relation
from rsnms.domain.text import Text
from rsnms.policy import (
    competency_forms,
    condition_forms,
    fact_forms,
    forms,
    indicator_forms,
    route_forms,
    syntax,
    system_forms,
)
from rsnms.policy.conditions import OPS_OF_TYPE, Op
from rsnms.policy.indicators import RecordRule
from rsnms.policy.loading import load_policies
from rsnms.policy.problems import TEXTS
from rsnms.reports.checks.words import SEVERITIES
from rsnms.rosters import cell_messages, messages
from rsnms.rosters.cell_problems import expected
from rsnms.routes.catalogue import columns as catalogue
from rsnms.rules.truth import Truth, at_least
from rsnms.rules.wording import date_words, span_words
from rsnms.rules.words import words

DOCS = Path(__file__).resolve().parent
_TABLE = re.compile(r"<!-- table (\S+) -->\n.*?<!-- end -->", re.DOTALL)


def with_tables(page: str) -> str:
    """A page with all its tables as they should be now."""

    def written(match: re.Match[str]) -> str:
        kind, _, name = match[1].partition(":")
        return f"<!-- table {match[1]} -->\n{_TABLES[kind](name)}\n<!-- end -->"

    return _TABLE.sub(written, page)


def _code(names: Iterable[object]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _described(known: Mapping[str, Any], names: Iterable[str], where: str) -> None:
    """Make sure that words and names are of one another."""
    odd = set(known) ^ set(names)
    if odd:
        raise ValueError(f"docs/key_words.py, {where}: {', '.join(sorted(odd))}")


# --- the language ----------------------------------------------------------------------------------------------------


def keys(form_name: str) -> str:
    """The keys of a form: which must stand, what they hold, what they mean."""
    form: type[forms.Form] = next(getattr(home, form_name) for home in _HOMES if hasattr(home, form_name))
    hints = get_type_hints(form, include_extras=True)
    named = {field.alias or name: (name, field) for name, field in form.model_fields.items()}
    _described(KEYS[form_name], named, form_name)
    return table(
        ("Ключ", "Значение", "Обязателен", "Смысл"),
        (
            (f"`{key}`", _shape(hints[name]), "да" if field.is_required() else "", KEYS[form_name][key])
            for key, (name, field) in named.items()
        ),
    )


_HOMES = (competency_forms, condition_forms, fact_forms, indicator_forms, route_forms, system_forms, syntax)
"""The modules of forms."""
_SHAPES: tuple[tuple[Any, str], ...] = (
    (forms.Clause, "пункт"),
    (forms.Day, "дата"),
    (forms.Flag, "`true`, `false`"),
    (forms.Count, "целое число"),
    (forms.Id, "имя"),
    (forms.Names, "имя или список имён"),
    (forms.SomeNames, "имя или список имён"),
    (forms.Words, "текст"),
    (forms.Bilingual, "текст или `{ru, en}`"),
    (fact_forms.Unit, "единица"),
    (forms.Scalar, "значение"),
    (indicator_forms.StatedAmount, "число или доля `10 %`"),
    (indicator_forms.Year, "год"),
    (condition_forms.ConditionForm, "[условие](#условия)"),
    ("ConditionForm", "[условие](#условия)"),
    (FactType, "[тип](#типы-фактов)"),
    (About, "[о ком](#о-ком)"),
    (Modality, "[сила](#сила-высказывания)"),
    (Level, "[уровень](#уровни)"),
    (SubjectKind, "[вид](#виды-субъектов)"),
    (ProvisionKind, "[вид](#виды-положений)"),
    (Relation, "[отношение](#отношения)"),
    (DocumentKind, "[вид](#виды-документов)"),
    (ObligationKind, "[вид](#виды-обязательств)"),
    (Every, "`month`, `quarter`, `half-year`, `year`"),
    (ForEach, "`municipality`, `organisation`"),
    (CompetencyArea, "[область](#области-компетенций)"),
    (Measure, "[мера](#меры-сопровождения)"),
    (route_forms.EachDeficit, "`true` или [дефицит](#какие-дефициты)"),
    (route_forms.RequireForm, "[требование](#требование)"),
    (Severity, "`low`, `medium`, `high`"),
    (competency_forms.CutForm, "`{severity, below}`"),
    (competency_forms.Cut, "баллы или доля `40 %`"),
    (competency_forms.LevelForm, "`{title, synonyms, severity}`"),
    (competency_forms.MeasuredForm, "[что измеряет](#инструменты)"),
    (syntax.Aspect, "[аспект](#о-чём-акт-молчит)"),
    (syntax.InForceForm, "`{from, until}`"),
    (syntax.ActReferenceForm, "[ссылка на акт](#ссылка-на-акт)"),
    (syntax.ActForm, "[акт](#акт)"),
    (fact_forms.FactValueForm, "[значение](#значения-перечня)"),
    (fact_forms.MovementForm, "[движение](#время)"),
    (fact_forms.RecordsForm, "[записи](#записи-паспорта)"),
    (fact_forms.RangeForm, "`{at_least, at_most}`"),
    (syntax.GroundForm, "[основание](#основание)"),
    (syntax.FormedByForm, "`{subject, clause}`"),
    (syntax.StatementForm, "[высказывание](#функции-права-обязанности)"),
    (system_forms.SectionForm, "[раздел](#разделы-документа)"),
    ("SectionForm", "[раздел](#разделы-документа)"),
    (indicator_forms.PopulationForm, "`{about, where}`"),
    (indicator_forms.ShareForm, "[доля](#меры)"),
    (indicator_forms.TallyForm, "[количество](#меры)"),
    (indicator_forms.RatioForm, "[отношение](#меры)"),
    (indicator_forms.StateForm, "[состояние](#меры)"),
    (indicator_forms.TargetForm, "[цель](#цели)"),
    (indicator_forms.StepForm, "`{year, at_least}` или `{year, at_most}`"),
    (indicator_forms.FloorForm, "[граница](#цели)"),
    (str, "имя"),
)


def _shape(hint: Any) -> str:
    known = next((shape for type_, shape in _SHAPES if hint == type_), None)
    if known:
        return known
    arguments = get_args(hint)
    match get_origin(hint):
        case origin if origin in (Union, UnionType):
            return " или ".join(dict.fromkeys(_shape(part) for part in arguments if part is not NoneType))
        case origin if origin is list:
            return f"список: {_shape(arguments[0])}"
        case origin if origin is Literal:
            return _code(arguments)
        case origin if origin is Annotated:
            return _shape(arguments[0])
    raise TypeError(f"docs/make_tables.py knows no shape for {hint!r}")


def sections(_: str) -> str:
    """The sections of policy files."""
    _described(SECTIONS, syntax.SECTIONS, "SECTIONS")
    return table(("Раздел", "Что в нём"), ((f"`{name}`", SECTIONS[name]) for name in syntax.SECTIONS))


def operators(_: str) -> str:
    """The operators and the types of facts that they suit."""
    _described(OPERATORS, Op, "OPERATORS")
    return table(
        ("Оператор", "Смысл", "Типы фактов"),
        ((f"`{op}`", OPERATORS[op], _code(type_ for type_ in FactType if op in OPS_OF_TYPE[type_])) for op in Op),
    )


def types(_: str) -> str:
    """The types of facts."""
    _described(TYPES, FactType, "TYPES")
    return table(
        ("Тип", "Значение", "В условии", "Операторы"),
        (
            (f"`{type_}`", *TYPES[type_], _code(op for op in Op if op in OPS_OF_TYPE[type_] and op is not Op.KNOWN))
            for type_ in FactType
        ),
    )


_ENUMS: dict[str, Iterable[str]] = {
    "Modality": Modality,
    "Level": Level,
    "About": About,
    "SubjectKind": SubjectKind,
    "CompetencyArea": CompetencyArea,
    "Measure": Measure,
    "ProvisionKind": ProvisionKind,
    "Relation": Relation,
    "DocumentKind": DocumentKind,
    "ObligationKind": ObligationKind,
    "Aspect": get_args(syntax.Aspect),
}


def names(enumeration: str) -> str:
    """The values of an enumeration."""
    values = [str(value) for value in _ENUMS[enumeration]]
    _described(NAMES[enumeration], values, enumeration)
    return table(("Значение", "Смысл"), ((f"`{value}`", NAMES[enumeration][value]) for value in values))


def errors(_: str) -> str:
    """The codes of mistakes in policies."""
    return _messages(TEXTS)


def _without_words(template: str) -> str:
    return re.sub(r"\{\w+\}", "…", template).replace("….", "…")


def cell_mistakes(_: str) -> str:
    """The codes of mistakes in the cells of rosters."""
    return _messages(cell_messages.TEXTS)


def roster_mistakes(severity: str) -> str:
    """The codes of what is reported about a roster as a whole: mistakes, or notes."""
    chosen = {code for code in messages.TEXTS if (code in messages.NOTES) == (severity == "note")}
    return _messages({code: messages.TEXTS[code] for code in chosen})


def _messages(texts: Mapping[str, tuple[Text, Text | None]]) -> str:
    rows = []
    for code, (said, advice) in sorted(texts.items()):
        rows.append((f"`{code}`", _without_words(said.ru), _without_words(advice.ru) if advice else ""))
    return table(("Код", "Что случилось", "Что делать"), rows)


_TRUTHS = {Truth.MET: "✓", Truth.UNKNOWN: "?", Truth.UNMET: "✗"}


def kleene(connective: str) -> str:
    """The truth table of a connective."""
    if connective == "not":
        return table(("часть", "`not`"), ((shown, _TRUTHS[truth.opposite]) for truth, shown in _TRUTHS.items()))
    count = 2 if connective == "all" else 1
    rows = ((one, *(_TRUTHS[at_least(count, [first, second])] for second in _TRUTHS)) for first, one in _TRUTHS.items())
    return table((f"`{connective}`", *_TRUTHS.values()), ((f"**{one}**", *cells) for one, *cells in rows))


# --- the federal base ------------------------------------------------------------------------------------------------


def facts(about: str) -> str:
    """The facts of the federal base about somebody."""
    base = load_policies()["ru"].latest
    told = [fact for fact in base.facts.values() if fact.about == about]
    return "\n\n".join(_fact(fact, base.records.get(fact.name)) for fact in told)


def _fact(fact: Fact, rule: RecordRule | None) -> str:
    said = [
        f"### `{fact.name}` — {fact.title.ru}",
        "",
        f"- Тип `{fact.type}`{_range(fact)}. {_movement(fact)}".rstrip(),
    ]
    if rule:
        year = " того же календарного года" if rule.this_year else ""
        asked = words(rule.where) if rule.where else ""
        which = f"; условие: {asked[:1].lower()}{asked[1:]}" if asked else ""
        said.append(f"- Следует из записей `{rule.of}`{year} по дате `{rule.date}`{which}.")
    if fact.question:
        said.append(f"- Вопрос: {fact.question.ru}")
    if fact.evidence:
        said.append(f"- Подтверждает: {fact.evidence.ru}.")
    if fact.action:
        said.append(f"- Изменить: {fact.action.ru.replace('{value}', '…')} (трудность {fact.effort}).")
    if fact.headings:
        said.append(f"- Заголовки: {'; '.join(f'«{heading}»' for heading in fact.headings)}.")
    if fact.values:
        values = ((f"`{one.id}`", one.title.ru, "; ".join(one.synonyms)) for one in fact.values)
        said += ["", table(("Значение", "Название", "Как ещё пишут"), values)]
    return "\n".join(said)


def _range(fact: Fact) -> str:
    if fact.lowest is None and fact.highest is None:
        return ""
    shown: dict[FactType, Callable[[Any], str]] = {FactType.DATE: date_words, FactType.DURATION: span_words}
    said = shown.get(fact.type, "{:g}".format)
    low, high = (said(bound) if bound is not None else "" for bound in (fact.lowest, fact.highest))
    return ", " + " ".join([*(["от", low] if low else []), *(["до", high] if high else [])])


def _movement(fact: Fact) -> str:
    match fact.movement:
        case Grows():
            return "Растёт с календарём."
        case Since(start=start):
            return f"Считается от `{start}`."
        case Happened(on=day):
            return f"Верно с дня `{day}`."
        case Overlap(first=first, second=second):
            return f"Есть ли общее у `{first}` и `{second}`."
        case Holds(start=start, until=until, then=then, term=term, term_before=before):
            span = f"; полученное до {date_words(before)} — {span_words(term)}" if term and before else ""
            return f"Действует с `{start}` по `{until}`{span}; потом `{then}`."
    return ""


def criteria(policy: str) -> str:
    """The named criteria that a policy states."""
    stated = load_policies()[policy].latest.criteria.values()
    return table(
        ("Критерий", "Название", "Условие"),
        ((f"`{one.id}`", one.title.ru, words(one.when)) for one in stated if one.when is not None),
    )


def activities(policy: str) -> str:
    """The canonical activities that a policy states."""
    stated = load_policies()[policy].latest.activities.values()
    return table(("Вид деятельности", "Название"), ((f"`{one.id}`", one.title.ru) for one in stated))


# --- checks -----------------------------------------------------------------------------------------------------------


def checks_table(_: str) -> str:
    """The checks of policies, each with its page."""
    return table(
        ("Код", "Имя", "Тяжесть", "Что находит"),
        (
            (
                f"[{one.code}](../src/rsnms/checks/pages/{one.code}.md)" if page_of(one.code) else one.code,
                f"`{one.name}`",
                SEVERITIES[one.severity][0].ru,
                one.title.ru,
            )
            for one in checks()
        ),
    )


# --- catalogues ------------------------------------------------------------------------------------------------------


def catalogue_columns(_: str) -> str:
    """The columns of a table of offers."""
    return table(
        ("Heading", "По-русски", "Holds"),
        ((column.title.en or "", column.title.ru, expected(column, "en")) for column in catalogue.COLUMNS),
    )


# --- the command line ------------------------------------------------------------------------------------------------


def options(command: str) -> str:
    """The arguments and options of a command; the words of a sub-command are joined by "-"."""
    group, *_ = [*command.split("-"), None]
    subcommands = {one.name: one.typer_instance for one in app.registered_groups}
    home, name = (subcommands[group], command.removeprefix(f"{group}-")) if group in subcommands else (app, command)
    callback = next(one.callback for one in home.registered_commands if one.name == name)
    parameters = inspect.signature(callback).parameters.values()
    hints = get_type_hints(callback, include_extras=True)
    return table(
        ("Argument or option", "Meaning"),
        (
            (_spelt(one.name, hint, hint.__metadata__[-1], one.default), hint.__metadata__[-1].help)
            for one in parameters
            for hint in [hints[one.name]]
        ),
    )


def _spelt(name: str, hint: Any, info: Any, default: object) -> str:
    plain = next((part for part in get_args(hint.__origin__) if part is not NoneType), hint.__origin__)
    required = default is inspect.Parameter.empty
    if not isinstance(info, typer.models.OptionInfo):
        return f"`{name.upper()}`" if required else f"`[{name.upper()}…]`"
    listed = "|".join(plain) if isinstance(plain, type) and issubclass(plain, StrEnum) else "TEXT"
    value = "" if plain is bool else f" {info.metavar or listed}"
    declared = [one for one in (info.default, *(info.param_decls or ())) if isinstance(one, str)]
    spelt = ", ".join(f"`{one}{value}`" for one in declared)
    return spelt + (" (required)" if required else " (repeatable)" if get_origin(plain) is list else "")


_TABLES: dict[str, Callable[[str], str]] = {
    "checks": checks_table,
    "keys": keys,
    "sections": sections,
    "operators": operators,
    "types": types,
    "names": names,
    "errors": errors,
    "cell-mistakes": cell_mistakes,
    "roster-mistakes": roster_mistakes,
    "kleene": kleene,
    "facts": facts,
    "criteria": criteria,
    "activities": activities,
    "catalogue-columns": catalogue_columns,
    "options": options,
    **ACT_TABLES,
}


def pages() -> Iterator[Path]:
    """The pages of the documentation."""
    yield from sorted(DOCS.glob("*.md"))
    yield from sorted(DOCS.parent.glob("*.md"))


def main() -> None:
    """Write every table anew."""
    for page in pages():
        page.write_text(with_tables(page.read_text("utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
