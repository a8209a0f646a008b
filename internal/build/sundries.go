package build

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"signpost/internal/asset"
	"signpost/internal/schema"
	"signpost/internal/site"
)

// Policy is the Content-Security-Policy of every page. It lets a page load its own styles, scripts and pictures and
// nothing else; above all, no script on any page can send anything anywhere (design: the promise is enforced by the
// browser). Search and offline reading will need their own words here, and a reason.
const Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
	"connect-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"

// Header is one response header.
type Header struct{ Name, Value string }

// Headers are sent with every page, by the preview as by the host.
var Headers = []Header{
	{"Content-Security-Policy", Policy},
	{"Referrer-Policy", "no-referrer"},
	{"X-Content-Type-Options", "nosniff"},
	{"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
	{"Strict-Transport-Security", "max-age=31536000; includeSubDomains"},
}

// CacheForever is sent with files whose names carry a fingerprint of their bytes.
const CacheForever = "public, max-age=31536000, immutable"

// sundries are the files that are neither pages nor assets: what hosts and search engines read.
func (r *Result) sundries() []asset.File {
	return []asset.File{
		{Path: "_headers", Data: r.headers()},
		{Path: "_redirects", Data: r.redirects()},
		{Path: "robots.txt", Data: []byte("User-agent: *\nAllow: /\nSitemap: " + r.Site.Absolute(r.Site.BasePath+"/sitemap.xml") + "\n")},
		{Path: "sitemap.xml", Data: r.sitemap()},
	}
}

// headers writes the file in which Netlify and its like look for response headers.
func (r *Result) headers() []byte {
	var b bytes.Buffer
	b.WriteString("/*\n")
	for _, h := range Headers {
		fmt.Fprintf(&b, "  %s: %s\n", h.Name, h.Value)
	}
	fmt.Fprintf(&b, "/assets/*\n  Cache-Control: %s\n", CacheForever)
	return b.Bytes()
}

func (r *Result) redirects() []byte {
	var b bytes.Buffer
	for _, redirect := range r.Site.Redirects {
		fmt.Fprintf(&b, "%s %s 301\n", r.Site.BasePath+strings.TrimSuffix(redirect.From, "/"), redirect.To.Address)
	}
	return b.Bytes()
}

type urlset struct {
	XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []place  `xml:"url"`
}

type place struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod,omitempty"`
}

func (r *Result) sitemap() []byte {
	var set urlset
	for _, p := range r.Site.Pages {
		if p.Path == site.NotFound {
			continue
		}
		one := place{Loc: r.Site.Absolute(p.Address)}
		if !p.Reviewed.IsZero() {
			one.LastMod = p.Reviewed.Format(schema.DateFormat)
		}
		set.URLs = append(set.URLs, one)
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	// Encoding plain strings into memory cannot fail.
	_ = xml.NewEncoder(&b).Encode(set)
	b.WriteByte('\n')
	return b.Bytes()
}
