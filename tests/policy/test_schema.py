import json

import pytest
import yaml
from jsonschema import Draft202012Validator

from rsnms.policy.loading import packaged_policies
from rsnms.policy.syntax import json_schema

FILES = sorted(packaged_policies().rglob("*.yaml"))


def validator(kind) -> Draft202012Validator:
    schema = json_schema(kind)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(packaged_policies()).as_posix())
@pytest.mark.parametrize("loader", [yaml.BaseLoader, yaml.SafeLoader])
def test_packaged_files_fit(path, loader) -> None:
    """Editors read types into scalars, and with a stricter parser than ours."""
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - our own files
    errors = validator("identity" if path.name == "policy.yaml" else "sections").iter_errors(with_dates_as_texts(data))
    assert [f"{list(error.absolute_path)}: {error.message}" for error in errors] == []


def with_dates_as_texts(data):
    """Data as a JSON Schema sees them: JSON knows no dates."""
    return json.loads(json.dumps(data, default=str))


BAD = {
    "unknown section": {"eligibilty": []},
    "no title": {
        "eligibility": [{"id": "a", "grounds": [{"id": "b", "title": "x", "when": {"fact": "f", "is": "x"}}]}]
    },
    "no grounds": {"eligibility": [{"id": "a", "title": "x", "grounds": []}]},
    "unknown key": {"criteria": [{"id": "a", "title": "x", "whn": {"fact": "f", "is": "x"}}]},
    "unknown operator": {"criteria": [{"id": "a", "title": "x", "when": {"fact": "f", "equals": "x"}}]},
    "bad type": {"facts": [{"id": "a", "title": "x", "type": "bolean"}]},
    "capital id": {"facts": [{"id": "Ab", "title": "x", "type": "boolean"}]},
    "text for a list": {"facts": "x"},
}


@pytest.mark.parametrize("case", BAD)
def test_mistaken_files_do_not(case) -> None:
    assert not validator("sections").is_valid(BAD[case])
