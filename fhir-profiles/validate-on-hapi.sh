#!/usr/bin/env bash
# Puts generated/ on a FHIR server, then lets its $validate judge the examples, further flags, and three broken ones.
#   validate-on-hapi.sh BASE_URL [folder with further flag JSON files]...
# HAPI_PUT=1 also stores the examples: for a server that validates on write (HAPI_VALIDATE=1). Needs Node 20, no package.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
if [ $# -lt 1 ]; then
  echo "usage: validate-on-hapi.sh BASE_URL [FOLDER]..." >&2
  exit 64
fi
base="${1%/}"
shift
exec node "$here/tools/hapi.mjs" "$base" "$here/generated" "$@"
