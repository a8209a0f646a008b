package content

import (
	"net/url"
	"path"
	"strings"
)

// Where says what kind of place a link leads to.
type Where int

// The kinds of place: outside the site, an address of a page, a file that is copied, or nothing that makes sense.
const (
	Outside Where = iota
	ToPage
	ToFile
	Nowhere
)

// Address returns the address of a page's path on the site: "/" for "index", "/a/b/" for "a/b".
func Address(p string) string {
	if p == "index" {
		return "/"
	}
	return "/" + p + "/"
}

// Follow says where a destination written on a page leads: to which page path or file below content/, and to which
// fragment on it.
func (p *Page) Follow(dest string) (where Where, to, fragment string) {
	if to, fragment, ok := plainAddress(dest); ok {
		return ToPage, to, fragment
	}
	return p.follow(dest)
}

func (p *Page) follow(dest string) (where Where, to, fragment string) {
	u, err := url.Parse(dest)
	if err != nil {
		return Nowhere, "", ""
	}
	switch {
	case u.Scheme == "http" || u.Scheme == "https":
		if u.Host == "" {
			return Nowhere, "", ""
		}
		return Outside, dest, ""
	case u.Scheme == "mailto" || u.Scheme == "tel":
		return Outside, dest, ""
	case u.Scheme != "" || u.Host != "" || dest == "":
		return Nowhere, "", ""
	case u.Path == "":
		return ToPage, p.Path, u.Fragment
	}
	name := u.Path
	if !strings.HasPrefix(name, "/") {
		name = path.Join("/", path.Dir(strings.TrimPrefix(p.File, root)), name)
	}
	if fileKind(path.Base(name)) == isFile {
		return ToFile, strings.TrimPrefix(path.Clean(name), "/"), u.Fragment
	}
	if strings.HasSuffix(name, ".md") {
		return ToPage, pathOf(strings.TrimPrefix(path.Clean(name), "/")), u.Fragment
	}
	if clean := strings.Trim(path.Clean(name), "/"); clean != "" {
		return ToPage, clean, u.Fragment
	}
	return ToPage, "index", u.Fragment
}

// plainAddress reads the way nearly all links are written, /specialties/cardiology/#training, at a fraction of the cost.
// Anything with another sign in it is left to Follow.
func plainAddress(dest string) (to, fragment string, ok bool) {
	address, fragment, _ := strings.Cut(dest, "#")
	if len(address) < 3 || address[0] != '/' || address[len(address)-1] != '/' || !plainSigns(fragment) {
		return "", "", false
	}
	to = address[1 : len(address)-1]
	for name := range strings.SplitSeq(to, "/") {
		if name == "" || !plainSigns(name) {
			return "", "", false
		}
	}
	return to, fragment, true
}

// plainSigns says whether words are made of lower-case letters, digits and hyphens only.
func plainSigns(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return true
}

// target rewrites destinations for the published page: addresses get the base path, links to .md files become addresses.
func (p *Page) target(base string) func(string) string {
	return func(dest string) string {
		where, to, fragment := p.Follow(dest)
		if fragment != "" {
			fragment = "#" + fragment
		}
		switch {
		case where == ToPage && to == p.Path && strings.HasPrefix(dest, "#"):
			return dest
		case where == ToPage:
			return base + Address(to) + fragment
		case where == ToFile:
			return base + "/" + to + fragment
		}
		return dest
	}
}
