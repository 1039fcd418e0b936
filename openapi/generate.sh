#!/usr/bin/env bash
# Regenerates the wire layer from the contract and records what it was made from. KIOTA names another Kiota to run.
set -euo pipefail
cd "$(dirname "$0")/.."

# Kiota sorts and hashes by the rules of the language it runs in; the same document must give the same output everywhere.
export LC_ALL=C.UTF-8 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false

[ -n "${KIOTA:-}" ] || dotnet tool restore

# generate <document> <name of the folder, the namespace and the class> <further options of Kiota>
generate() {
  local document=openapi/$1.yaml name=$2 output=src/Financials.Client/Generated/$2
  ${KIOTA:-dotnet kiota} generate \
    --language CSharp \
    --openapi "$document" \
    --output "$output" \
    --class-name "${name}Api" \
    --namespace-name "Financials.Client.Generated.$name" \
    --type-access-modifier Internal \
    --exclude-backward-compatible \
    --serializer none \
    --deserializer none \
    --clean-output \
    "${@:3}"
  rm -f "$output/.kiota.log"

  find "$document" "$output" -type f | sort | xargs sha256sum > "$output.sha256"
}

generate financials Documented
generate business-central BusinessCentral
