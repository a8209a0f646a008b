#!/usr/bin/env bash
# Installs what `make test` needs on Debian 12 with Go and Node, and nothing that is there already:
# a browser and its fonts, Java for the HTML validator, poppler for the tests of PDFs, the locked Node packages.
set -euo pipefail
cd "$(dirname "$0")/../.."

for tool in go node npm; do
	command -v "$tool" >/dev/null || { echo "install $tool first (README.md says which version)" >&2; exit 1; }
done

missing=()
[ -n "${CHROMIUM:-}" ] || command -v chromium chromium-browser google-chrome >/dev/null || missing+=(chromium)
command -v java >/dev/null || missing+=(default-jre-headless)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
# Arial's widths: without them text wraps elsewhere than at the readers'.
[ -n "$(find /usr/share/fonts -name 'LiberationSans-Regular.*' -print -quit 2>/dev/null)" ] || missing+=(fonts-liberation)

if [ "${#missing[@]}" -gt 0 ]; then
	command -v apt-get >/dev/null || { echo "please install: ${missing[*]}" >&2; exit 1; }
	as_root=()
	[ "$(id -u)" -eq 0 ] || as_root=(sudo)
	echo "installing ${missing[*]}"
	"${as_root[@]}" apt-get update -qq
	DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -qq -y --no-install-recommends "${missing[@]}"
fi

# npm writes this file last, so a broken installation is done again.
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
	npm ci --no-progress
	touch node_modules/.package-lock.json
fi
