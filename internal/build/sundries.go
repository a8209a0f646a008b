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

// sundries are the files that are neither pages nor assets: what hosts and search engines read.
func (r *Result) sundries() []asset.File {
	return []asset.File{
		{Path: "_headers", Data: r.headers()},
		{Path: "_redirects", Data: r.redirects()},
		{Path: "robots.txt", Data: []byte("User-agent: *\nAllow: /\nSitemap: " + r.Site.Absolute(r.Site.BasePath+"/sitemap.xml") + "\n")},
		{Path: "sitemap.xml", Data: r.sitemap()},
	}
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
