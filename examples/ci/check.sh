#!/bin/sh
# For any CI: sh check.sh PAPER…  REFKIT_SOURCE says what pip installs refkit from: git+https://…@v0.1.0, or a path.
# Fails on findings (1), or if it could not run (2); refkit.xml is a JUnit report.
set -eu
python3 -m venv .refkit
.refkit/bin/pip install --quiet --disable-pip-version-check "refkit-bilingual @ $REFKIT_SOURCE"
.refkit/bin/refkit check "$@" --output-format text --output-format junit=refkit.xml
