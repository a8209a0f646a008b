# What can be done here. `make` checks, `make help` lists.
.DEFAULT_GOAL := check
.PHONY: help check test site serve measure bench bench-peers golden fuzz vendor install \
	format-go vet staticcheck go-tests front-end built browser validate spelling

# node_modules may hold Go files of strangers, so the packages are named.
PACKAGES := . ./cmd/... ./internal/...
# Without C the program is one file that needs nothing of the machine, and starts a little sooner.
export CGO_ENABLED := 0
SIGNPOST := go run ./cmd/signpost
STATICCHECK := go run honnef.co/go/tools/cmd/staticcheck@v0.8.2

# Address the site is published under; empty takes the one in content/site.yaml.
BASE_URL ?=
OUT ?= public
# The site that tests look at.
BUILT := build/site

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

check: format-go vet ## Before each commit, within a minute: format, vet, fast tests, types, the content
	go test -short $(PACKAGES)
	@if [ -d node_modules ]; then $(MAKE) --no-print-directory front-end; else echo "no node_modules: scripts and styles are not checked (make install)"; fi
	$(SIGNPOST) check

test: install format-go vet staticcheck go-tests vendored front-end unit built browser validate spelling weights ## Before each push, and what CI runs: install what is needed, then everything
	@echo "all checks passed"

site: ## Build the site into public/ with Go alone (Netlify's command)
	$(SIGNPOST) build --out $(OUT) $(if $(BASE_URL),--base-url "$(BASE_URL)")

serve: ## Preview the site and reload on every save
	$(SIGNPOST) serve

measure: weights ## Print what a reader of each kind of page has to load, how Lighthouse judges it and how fast a worksheet and the explorer are; fail on too much weight or a fault
	node assets/tools/speed.mjs $(BUILT)
	node assets/tools/speed-explorer.mjs $(BUILT)

bench: ## Build sites of 100, 1,000 and 10,000 pages: time, allocations, peak memory (COUNT=6 for benchstat)
	go test -run '^$$' -bench . -benchmem -benchtime $(or $(BENCHTIME),1x) -count $(or $(COUNT),1) -timeout 60m ./internal/build

bench-peers: ## Build the same large site with Hugo in turns and write BENCHMARKS.md (PAGES=1000,10000,50000 ALONE=1000,10000,50000,100000 SERVED=10000 TURNS=5)
	go run ./internal/corpus/peers -served $(or $(SERVED),10000) -turns $(or $(TURNS),5) $(if $(PAGES),-pages $(PAGES)) $(if $(ALONE),-alone $(ALONE))

golden: ## Rewrite the golden files; read the difference
	@for flag in golden update; do \
		packages=$$(grep -rl "flag.Bool(\"$$flag\"" --include='*_test.go' cmd internal | xargs -r -n1 dirname | sort -u | sed 's,^,./,'); \
		[ -z "$$packages" ] || go test $$packages -args -$$flag || exit 1; \
	done

fuzz: ## Fuzz each target for 30 seconds (FUZZTIME=5m for longer)
	@for package in $$(go list $(PACKAGES)); do \
		for target in $$(go test -list '^Fuzz' $$package | grep '^Fuzz'); do \
			echo "$$package $$target"; \
			go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(or $(FUZZTIME),30s) $$package || exit 1; \
		done; \
	done

vendor: install ## Refresh assets/vendor and upstream's fixtures from the locked packages
	npm run --silent vendor

# The steps of test, each good by itself.

install: # Install what the checks need: browser, Java, fonts, Node packages
	@assets/tools/install.sh

format-go:
	@unformatted=$$(gofmt -l *.go cmd internal); [ -z "$$unformatted" ] || { echo "not formatted, run gofmt -w on:"; echo "$$unformatted"; exit 1; }

vet:
	go vet $(PACKAGES)

staticcheck:
	$(STATICCHECK) $(PACKAGES)

go-tests:
	go test $(PACKAGES)

.PHONY: vendored unit
vendored:
	npm run --silent vendor:check

front-end:
	npm run --silent types
	npx tsc --noEmit -p assets/tests
	npm run --silent lint
	npm run --silent styles

unit:
	npx vitest run --project unit

built:
	$(SIGNPOST) build --out $(BUILT)

browser: built
	SITE=$(BUILT) npx vitest run --project published --project browser

# What vnu may say, and why, stands in assets/tests/vnu-allowed.txt; html-validate's reasons in .htmlvalidate.mjs.
validate: built
	java -jar node_modules/vnu-jar/build/dist/vnu.jar --Werror --also-check-svg --skip-non-html --filterfile assets/tests/vnu-allowed.txt $(BUILT)
	npx html-validate --config .htmlvalidate.mjs --max-warnings 0 "$(BUILT)/**/*.html"
	assets/tools/links.sh $(BUILT)

# Of what measure prints, what can fail.
.PHONY: weights
weights: built
	node assets/tools/measure.mjs $(BUILT)
	node assets/tools/lighthouse.mjs $(BUILT)

spelling:
	npx cspell lint --no-progress --quiet "content/**/*.{md,yaml}" "layouts/**/*.html"
