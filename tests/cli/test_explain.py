import json

QUESTION = ("regional-methodical-active", "--policy", "ru/volgograd", "--on", "2024-01-01", "--row", "1016")


def test_text_names_reasons_and_what_would_do_it(run, examples) -> None:
    explained = run("explain", *QUESTION, examples / "roster.xlsx")
    assert explained.returncode == 0
    text = " ".join(explained.stdout.split())
    assert "01.01.2024: не подходит." in text
    assert "Что сделать: — Пройти повышение квалификации в области методической поддержки педагогов" in text
    assert "✓ Квалификационная категория: высшая (п. 3.2.4)" in text


def test_json_and_english(run, examples) -> None:
    explained = json.loads(
        run("explain", *QUESTION, examples / "roster.xlsx", "--format", "json", "--lang", "en").stdout
    )
    assert (explained["id"], explained["verdict"]) == ("1016", "ineligible")
    assert explained["remedies"] == [
        {
            "changes": [
                {
                    "fact": "trained_in_methodical_support",
                    "value": True,
                    "text": "Complete training in methodical support of educators",
                }
            ],
            "eligible_from": "2024-01-01",
        }
    ]


def test_a_row_by_its_number_and_a_row_that_is_not_there(run, examples) -> None:
    by_number = run("explain", *QUESTION[:-1], "17", examples / "roster.xlsx", "--format", "json")
    assert json.loads(by_number.stdout)["id"] == "1016"
    missing = run("explain", *QUESTION[:-1], "10166", examples / "roster.xlsx")
    assert missing.returncode == 2
    assert missing.stderr.strip() == "В списке нет строки «10166». Возможно, «1016»."
