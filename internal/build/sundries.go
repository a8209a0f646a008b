package build

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"signpost/internal/asset"
	"signpost/internal/schema"
	"signpost/internal/site"
	"signpost/internal/worksheet"
)

// sundries are the files that are neither pages nor assets: what hosts and search engines read.
func (r *Result) sundries() []asset.File {
	return []asset.File{
		{Path: "_headers", Data: r.headers()},
		{Path: "_redirects", Data: r.redirects()},
		{Path: "robots.txt", Data: []byte("User-agent: *\nAllow: /\nSitemap: " + r.Site.Absolute(r.Site.BasePath+"/sitemap.xml") + "\n")},
		{Path: "sitemap.xml", Data: r.sitemap()},
		// What a save file holds, for whoever wants to read one without this site.
		{Path: "worksheets/save-file.schema.json", Data: worksheet.SaveFileSchema},
	}
}

func (r *Result) redirects() []byte {
	var b bytes.Buffer
	for _, redirect := range r.Site.Redirects {
		fmt.Fprintf(&b, "%s %s 301\n", r.Site.BasePath+strings.TrimSuffix(redirect.From, "/"), redirect.To.Address)
	}
	return b.Bytes()
}

// sitemap is written by hand: the library's encoder takes longer than all the rest of a rebuild of a large site.
func (r *Result) sitemap() []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`)
	for _, p := range r.Site.Pages {
		if p.Path == site.NotFound {
			continue
		}
		b.WriteString("<url><loc>")
		// Writing into memory cannot fail.
		_ = xml.EscapeText(&b, []byte(r.Site.Absolute(p.Address)))
		b.WriteString("</loc>")
		if !p.Reviewed.IsZero() {
			b.WriteString("<lastmod>")
			b.Write(p.Reviewed.AppendFormat(b.AvailableBuffer(), schema.DateFormat))
			b.WriteString("</lastmod>")
		}
		b.WriteString("</url>")
	}
	b.WriteString("</urlset>\n")
	return b.Bytes()
}
