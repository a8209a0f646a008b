package build

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"signpost/internal/document"
	"signpost/internal/site"
)

// Policy is the Content-Security-Policy of every page. It lets a page load its own styles, scripts and pictures and
// nothing else; above all, no script on any page can send anything anywhere (design: the promise is enforced by the
// browser). The search needs no word here: what it searches is a script. worker-src lets the page about offline reading
// register the service worker, when its reader asks for that.
const Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; worker-src 'self'; " +
	"connect-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"

// pagePolicy is Policy as a page can carry it: browsers take frame-ancestors from a header only.
var pagePolicy = strings.Replace(Policy, "frame-ancestors 'none'; ", "", 1)

// WorkerPolicy is that of the service worker, which fetches the site's files to keep them. It runs beside the pages, sees
// no field of theirs, and exists only where a reader asked for it. connect-src 'self' keeps it within the site.
const WorkerPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'"

// Worker is the service worker's file. It stands at the top, because a worker serves what is below it.
const Worker = "sw.js"

// Header is one response header.
type Header struct{ Name, Value string }

// Headers are sent with everything but the service worker, by the preview as by the host.
var Headers = []Header{
	{"Content-Security-Policy", Policy},
	{"Referrer-Policy", "no-referrer"},
	{"X-Content-Type-Options", "nosniff"},
	{"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
	{"Strict-Transport-Security", "max-age=31536000; includeSubDomains"},
}

// workerHeaders are sent with the service worker.
var workerHeaders = append([]Header{{"Content-Security-Policy", WorkerPolicy}}, Headers[1:]...)

// HeadersFor returns the headers that are sent with a file, given its path below the output folder.
func HeadersFor(path string) []Header {
	if path == Worker {
		return workerHeaders
	}
	return Headers
}

// CacheForever is sent with files whose names carry a fingerprint of their bytes.
const CacheForever = "public, max-age=31536000, immutable"

// headers writes the file in which Netlify and its like look for response headers. A header that several rules give is
// sent with all their values, and a browser obeys the strictest policy of all; so no rule for pages may match the
// worker, and each part of the site has a rule of its own instead of one for everything. The page for missing addresses
// carries its policy in itself (layouts/base.html), because nobody knows at which address it is shown.
func (r *Result) headers() []byte {
	var b bytes.Buffer
	rule := func(path string, headers []Header) {
		fmt.Fprintf(&b, "%s%s\n", r.Site.BasePath, path)
		for _, h := range headers {
			fmt.Fprintf(&b, "  %s: %s\n", h.Name, h.Value)
		}
	}
	for _, path := range r.parts() {
		rule(path, Headers)
	}
	rule("/assets/*", append(Headers[:len(Headers):len(Headers)], Header{"Cache-Control", CacheForever}))
	rule("/"+Worker, workerHeaders)
	return b.Bytes()
}

// parts are the paths of rules that together match everything published but the worker: the first folders of pages and
// files, and what stands at the top.
func (r *Result) parts() []string {
	parts := []string{"/", "/404.html", "/" + offlineFolder + "/*", "/robots.txt", "/sitemap.xml"}
	add := func(path string) {
		if top, _, below := strings.Cut(path, "/"); below {
			path = top + "/*"
		}
		parts = append(parts, "/"+path)
	}
	if r.Site.Page(document.Page) != nil {
		add(document.Folder)
	}
	for _, p := range r.Site.Pages {
		if p != r.Site.Home && p.Path != site.NotFound {
			add(p.Path + "/")
		}
	}
	for _, name := range r.Site.Files {
		add(name)
	}
	slices.Sort(parts)
	return slices.Compact(parts)
}
