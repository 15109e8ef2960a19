"""What exists: levels, subjects, educators, organisations, competencies and the facts about them.

Pure Python: no files, no YAML, no engine, no clock.
"""

from rsnms.domain.category import Category, CategoryLevel, SpecialCategory
from rsnms.domain.competency import (
    Competency,
    CompetencyArea,
    Deficit,
    DiagnosedMatter,
    Diagnosis,
    Score,
    Severity,
    Training,
)
from rsnms.domain.educator import Education, Educator, Pair, Post, Role
from rsnms.domain.experience import Experience, Period, StatedExperience, WorkedExperience
from rsnms.domain.fact import About, Atom, BadValueError, Fact, FactType, FactValue
from rsnms.domain.level import Level
from rsnms.domain.organisation import (
    ManagementTeam,
    Municipality,
    Organisation,
    OrganisationKind,
    OrganisationTrait,
)
from rsnms.domain.span import Span
from rsnms.domain.subject import Modality, Statement, StatementKind, Subject, SubjectKind
from rsnms.domain.support import Methodist, MethodistLevel, Programme, Route
from rsnms.domain.text import Lang, Text, Unit

__all__ = [
    "About",
    "Atom",
    "BadValueError",
    "Category",
    "CategoryLevel",
    "Competency",
    "CompetencyArea",
    "Deficit",
    "DiagnosedMatter",
    "Diagnosis",
    "Education",
    "Educator",
    "Experience",
    "Fact",
    "FactType",
    "FactValue",
    "Lang",
    "Level",
    "ManagementTeam",
    "Methodist",
    "MethodistLevel",
    "Modality",
    "Municipality",
    "Organisation",
    "OrganisationKind",
    "OrganisationTrait",
    "Pair",
    "Period",
    "Post",
    "Programme",
    "Role",
    "Route",
    "Score",
    "Severity",
    "Span",
    "SpecialCategory",
    "StatedExperience",
    "Statement",
    "StatementKind",
    "Subject",
    "SubjectKind",
    "Text",
    "Training",
    "Unit",
    "WorkedExperience",
]
