import json

from jsonschema import Draft202012Validator


def test_both_schemas_are_valid_and_written_where_asked(run, tmp_path) -> None:
    for kind in ("sections", "identity"):
        out = tmp_path / f"{kind}.json"
        assert run("schema", "--kind", kind, "--out", out).returncode == 0
        schema = json.loads(out.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        assert schema == json.loads(run("schema", "--kind", kind).stdout)
