#!/usr/bin/env bash
# Fails unless generated/ is what the FSH compiles to, every example is valid and every broken flag is refused.
#   check.sh [folder with further flag JSON files to validate]...
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
fresh="$(mktemp -d)"
trap 'rm -rf "$fresh"' EXIT

"$here/generate.sh" "$fresh"
if ! diff -ru "$here/generated" "$fresh"; then
  echo "generated/ is not what input/fsh compiles to: run generate.sh and commit" >&2
  echo "0 passed, 1 failed"
  exit 1
fi
node "$here/tools/check.mjs" "$here/.build/home/.fhir/packages/hl7.fhir.r4.core#4.0.1/package" "$fresh" "$@"
