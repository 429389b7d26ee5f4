#!/usr/bin/env bash
# An independent validator holds what is written as JSON, and the content, to the published schemas.
source .ci/tools.sh
need_gutskin
need_python jsonschema pyyaml
"$python" .ci/check_schema.py "$gutskin"
