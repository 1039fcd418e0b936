#!/usr/bin/env bash
# Regenerates the wire layer from the contract and records what it was made from. KIOTA names another Kiota to run.
set -euo pipefail
cd "$(dirname "$0")/.."

generated=src/Financials.Client/Generated
[ -n "${KIOTA:-}" ] || dotnet tool restore

${KIOTA:-dotnet kiota} generate \
  --language CSharp \
  --openapi openapi/financials.yaml \
  --output $generated/Documented \
  --class-name DocumentedApi \
  --namespace-name Financials.Client.Generated.Documented \
  --type-access-modifier Internal \
  --exclude-backward-compatible \
  --serializer none \
  --deserializer none \
  --clean-output
rm -f $generated/Documented/.kiota.log

find openapi/financials.yaml $generated/Documented -type f | LC_ALL=C sort | xargs sha256sum > $generated/Documented.sha256
