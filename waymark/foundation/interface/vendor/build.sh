#!/bin/sh
# For maintainers only: builds the vendored front-end files from the npm packages named here and rewrites SHA256SUMS.
# Needs node and npm; neither running nor installing Waymark does. Usage: vendor/build.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
static="$here/../static/interface"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund \
  govuk-frontend@6.6.0 sass@1.108.2 accessible-autocomplete@3.0.1 axe-core@4.14.1
cp "$here/govuk.scss" entry.scss
npx sass --no-source-map --style=compressed --quiet-deps --load-path=node_modules entry.scss govuk.css
# Lines naming a source map go, as manifest storage would look the map up and fail.
bare() { perl -pe 's{(/\*[#@]\s*sourceMappingURL=[^*]*\*/|//[#@] sourceMappingURL=\S+)}{}g' "$1"; }
# The crest may only stand on GOV.UK: its rules go.
perl -pe 's/[^{};]*\{[^{}]*govuk-crest[^{}]*\}//g' govuk.css > "$static/govuk/govuk-frontend.min.css"
bare node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js > "$static/govuk/govuk-frontend.min.js"
cp "$here/govuk-frontend.LICENSE.txt" "$static/govuk/LICENSE.txt"
mkdir -p "$static/accessible-autocomplete"
for ending in css js; do
  bare "node_modules/accessible-autocomplete/dist/accessible-autocomplete.min.$ending" \
    > "$static/accessible-autocomplete/accessible-autocomplete.min.$ending"
done
cp node_modules/accessible-autocomplete/LICENSE.txt "$static/accessible-autocomplete/LICENSE.txt"
# A test asset only: never served.
cp node_modules/axe-core/axe.min.js "$here/../tests/axe.min.js"
cp node_modules/axe-core/LICENSE "$here/../tests/axe.LICENSE.txt"
cd "$here/.."
find static/interface/govuk static/interface/accessible-autocomplete tests/axe.* -type f | LC_ALL=C sort \
  | xargs sha256sum > vendor/SHA256SUMS
