"""Validates the program's JSON and the shipped YAML against the schemas that the program writes."""
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema
import yaml

program = sys.argv[1]


def run(*arguments):
    done = subprocess.run([program, "--no-config", *arguments], capture_output=True, text=True)
    assert done.returncode in (0, 4), (arguments, done.stderr)
    return json.loads(done.stdout)


output = run("schema", "--output")
jsonschema.Draft7Validator.check_schema(output)


def of(name):
    # An object is the output of one command: held to that, not to any.
    return jsonschema.Draft7Validator({**output, "anyOf": [{"$ref": f"#/definitions/{name}"}]})


def hold(validator, value, what):
    for error in validator.iter_errors(value):
        sys.exit(f"{what}: {error.json_path}: {error.message[:400]}")


choosing = ["--diet", "vegan", "--health", "pregnancy", "--avoid", "garlic", "--cite", "--why"]
commands = {
    "AdviseOutput": [["advise", "-c", concern, *choosing] for concern in ("acne", "redness", "dullness", "aging")]
    + [["advise", "my lips are swelling and I can't breathe"], ["advise", "-c", "acne", "-n", "1"]],
    "PlanOutput": [["plan", "-c", "acne,aging", "--start", "2026-01-05", *choosing]],
    "MapOutput": [["map", "-c", "redness", *choosing]],
    "ConcernsOutput": [["concerns"]],
    "MechanismsOutput": [["mechanisms"]],
    "SupportsOutput": [["supports"], ["supports", *choosing]],
    "SourcesOutput": [["sources"]],
    "RedFlagsOutput": [["show", "red-flags"]],
    "ShowOutput": [["show", name] for name in ("zinc", "kefir", "leaky gut", "rosacea", "acne", "axis", "M1.2",
                                               "pregnancy", "vegan", "dairy", "anaphylaxis", "juhl-2018")],
    "ProfileOutput": [["profile"]],
}
count = 0
for name, runs in commands.items():
    for arguments in runs:
        hold(of(name), run(*arguments, "-f", "json"), " ".join(arguments))
        count += 1
hold(of("CheckOutput"), run("check", "content", "-f", "json"), "check")
with tempfile.TemporaryDirectory() as broken:
    pathlib.Path(broken, "supports.yaml").write_text("supports:\n  - id: x\n    nam: 3\n")
    found = subprocess.run([program, "check", broken, "-f", "json"], capture_output=True, text=True).stdout
    assert json.loads(found)["diagnostics"], found
    hold(of("CheckOutput"), json.loads(found), "check of what is broken")
lines = "no acne, pregnant and vegan, just flushed rosasea\n{broken\nmy lips are swelling\n"
answers = subprocess.run([program, "recognize"], input=lines, capture_output=True, text=True).stdout
assert '"corrected"' in answers and '"error"' in answers and '"diet"' in answers, answers
for answer in map(json.loads, answers.splitlines()):
    hold(of("RecognizeLine"), answer, f"recognize: {answer}")
    count += 1
print(f"{count + 2} outputs are as their schema says")

files = sorted(pathlib.Path("content").glob("*.yaml"))
for path in files:
    schema = run("schema", path.name)
    jsonschema.Draft7Validator.check_schema(schema)
    assert schema == json.loads(pathlib.Path(f"content/schema/{path.stem}.schema.json").read_text()), path
    hold(jsonschema.Draft7Validator(schema), yaml.safe_load(path.read_text()), path)
print(f"{len(files)} content files are as their schema says")
