package preview

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"net/http"
	"path"
	"strings"
	"sync"

	"signpost/internal/build"
	"signpost/internal/site"
)

// edition is one good build, ready to be shown. Pages are printed when they are asked for, once, so that an edit costs
// reading, joining and the one page its author looks at.
type edition struct {
	result    *build.Result
	base      string // path prefix of every address
	files     map[string][]byte
	all       func() (map[string][]byte, error)
	redirects map[string]string

	mu    sync.Mutex
	pages map[*site.Page]func() (printed, error) // those that somebody has asked for
}

// printed is a page and a checksum of what a browser shows of it.
type printed struct {
	body []byte
	hash string
}

func newEdition(ctx context.Context, result *build.Result) (*edition, error) {
	e := &edition{result: result, base: result.Site.BasePath, files: map[string][]byte{}, redirects: map[string]string{}, pages: map[*site.Page]func() (printed, error){}}
	for _, r := range result.Site.Redirects {
		e.redirects[strings.Trim(r.From, "/")] = r.To.Address
	}
	files, err := result.Files()
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		e.files[f.Path] = f.Data
	}
	e.later(ctx)
	return e, nil
}

// later has the files that are made of all pages made when somebody asks for something that is not there.
func (e *edition) later(ctx context.Context) {
	e.all = sync.OnceValues(func() (map[string][]byte, error) { return e.render(context.WithoutCancel(ctx)) })
}

// with returns the edition of a new Result. Where the Result says that only some pages can differ, all others stay as they
// are, printed or not.
func (e *edition) with(ctx context.Context, result *build.Result) (*edition, error) {
	if e == nil || result.Printed == nil {
		return newEdition(ctx, result)
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	// Pages that can differ are new ones in the Result, so what was printed of them is not found any more.
	after := &edition{result: result, base: e.base, pages: maps.Clone(e.pages), files: e.files, redirects: e.redirects}
	after.later(ctx)
	return after, nil
}

// page prints a page, once.
func (e *edition) page(p *site.Page) (printed, error) {
	e.mu.Lock()
	print, asked := e.pages[p]
	if !asked {
		print = sync.OnceValues(func() (printed, error) {
			body, err := e.result.Page(p)
			return printed{body, e.sum(body)}, err
		})
		e.pages[p] = print
	}
	e.mu.Unlock()
	return print()
}

// pageAt returns the page that is published in a file, nil if it is no page's.
func (e *edition) pageAt(name string) *site.Page {
	path := strings.TrimSuffix(name, "/index.html")
	switch name {
	case "index.html":
		path = "index"
	case "404.html":
		path = site.NotFound
	}
	p := e.result.Site.Page(path)
	if p == nil || build.OutputPath(p) != name {
		return nil
	}
	return e.result.Site.Pages[p.Number] // a new text makes a new page of it
}

// render collects the files that are no pages.
func (e *edition) render(ctx context.Context) (map[string][]byte, error) {
	var mu sync.Mutex
	files := map[string][]byte{}
	err := e.result.Render(ctx, func(name string, data []byte) error {
		if e.pageAt(name) == nil {
			mu.Lock()
			defer mu.Unlock()
			files[name] = data
		}
		return nil
	})
	return files, err
}

// sum is a checksum of a page and of the pictures and documents on it. Style sheets and scripts have names that change
// with their bytes, so the page's own bytes tell of them.
func (e *edition) sum(body []byte) string {
	h := sha256.New()
	h.Write(body)
	for _, name := range e.result.Site.Files {
		if bytes.Contains(body, []byte("/"+name)) {
			h.Write(e.files[name])
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// reply is what is found at an address.
type reply struct {
	status   int
	name     string // decides the type
	body     []byte
	hash     string // of pages
	location string // where to look instead
}

// find looks up an address as a static host does: files, then folders' index pages, old addresses, and last the page
// for what is not there. It knows names and touches no file system, so no address leads out of the site.
func (e *edition) find(address string) (reply, error) {
	rest, inside := strings.CutPrefix(address, e.base+"/")
	if !inside && address == "/" {
		return reply{status: http.StatusFound, location: e.base + "/"}, nil
	}
	if inside && !hostsOwn[rest] {
		name := rest
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		if r, ok, err := e.lookup(name); ok || err != nil {
			return r, err
		}
		if to, ok := e.redirects[strings.Trim(rest, "/")]; ok {
			return reply{status: http.StatusFound, location: to}, nil
		}
		if e.pageAt(rest+"/index.html") != nil {
			return reply{status: http.StatusFound, location: e.base + "/" + rest + "/"}, nil
		}
		if all, err := e.all(); err != nil {
			return reply{}, err
		} else if data, ok := all[name]; ok {
			return reply{status: http.StatusOK, name: name, body: data}, nil
		}
	}
	missing, ok, err := e.lookup("404.html")
	if err == nil && !ok {
		missing = reply{name: "404.txt", body: []byte("There is no page at this address.\n")}
	}
	missing.status, missing.hash = http.StatusNotFound, "missing "+missing.hash
	return missing, err
}

// hostsOwn are files that tell a host what to do; it does not show them.
var hostsOwn = map[string]bool{"_headers": true, "_redirects": true}

func (e *edition) lookup(name string) (reply, bool, error) {
	if at := e.pageAt(name); at != nil {
		p, err := e.page(at)
		if err != nil {
			return reply{}, false, fmt.Errorf("this page cannot be printed: %w", err)
		}
		return reply{status: http.StatusOK, name: name, body: p.body, hash: p.hash}, true, nil
	}
	data, ok := e.files[name]
	return reply{status: http.StatusOK, name: name, body: data}, ok, nil
}

// types are the media types of what a site holds. The system's own table is not asked: on some computers it is wrong.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".txt": "text/plain; charset=utf-8", ".xml": "application/xml",
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif",
	".webp": "image/webp", ".avif": "image/avif", ".ico": "image/x-icon", ".pdf": "application/pdf",
	".woff2": "font/woff2", ".webmanifest": "application/manifest+json", ".epub": "application/epub+zip",
}

func typeOf(name string) string {
	if t, ok := types[strings.ToLower(path.Ext(name))]; ok {
		return t
	}
	return "application/octet-stream"
}
