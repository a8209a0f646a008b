#!/usr/bin/env bash
# Fails when a page of the folder links to an address or a fragment within the site that is not there. Links to other
# sites are not fetched: `signpost check --external` does that.
set -euo pipefail
site=$1
address=$(sed -n 's|.*<loc>\(https\{0,1\}://[^/<]*\)/.*|\1|p' "$site/sitemap.xml" | head -n 1)
# One line for each link that holds would hide the one that does not.
find "$site" -name '*.html' -print0 |
	xargs -0 npx hyperlink --internal --canonicalroot "$address" --root "$site" |
	grep -v '^ok '
