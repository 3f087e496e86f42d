#!/usr/bin/env bash
# Compiles input/fsh with SUSHI, offline but for `npm ci`, into generated/ (or the folder given).
#   generate.sh [out-folder]
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
out="${1:-$here/generated}"
mkdir -p "$out"
out="$(cd "$out" && pwd)"
build="$here/.build"
cd "$here"
mkdir -p "$build"

if ! cmp -s package-lock.json "$build/installed.json" || [ ! -d node_modules ]; then
  rm -rf "$build"
  mkdir -p "$build"
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  cp package-lock.json "$build/installed.json"
fi
package="$build/home/.fhir/packages/hl7.fhir.r4.core#4.0.1/package"
if [ ! -f "$package/.index.json" ]; then
  node tools/core-package.mjs node_modules/hl7.fhir.r4.examples "$package"
fi

# A closed port instead of the package server: SUSHI adds the latest of two packages where it finds them, and the output
# would differ from one place and day to the next.
rm -rf "$build/sushi"
log="$build/sushi.log"
if ! HOME="$build/home" FPL_REGISTRY="http://127.0.0.1:9" node node_modules/fsh-sushi/dist/app.js \
    build -s . -o "$build/sushi" >"$log" 2>&1; then
  cat "$log" >&2
  exit 1
fi
if ! grep -Eq '[^0-9]0 Errors' "$log"; then
  cat "$log" >&2
  echo "SUSHI reports errors" >&2
  exit 1
fi
rm -f "$out"/*.json
node tools/format.mjs "$build/sushi/fsh-generated/resources" "$out"
