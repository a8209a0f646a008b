package content

import (
	"io/fs"
	"path"
	"runtime"
	"slices"
	"sort"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"signpost/internal/problem"
	"signpost/internal/schema"
)

// listing is what lies in a folder: pages with their stamps, files that are copied, and what cannot be either.
type listing struct {
	now   time.Time
	names []string
	times []stamp // of pages, by the same number
	files []string
	found problem.List
}

// list walks the folder, its folders at the same time. It walks a folder before the file with its name and a hyphen,
// which letters put first, so all is sorted in the end.
func list(fsys fs.FS) (*listing, error) {
	all := &listing{now: time.Now()}
	top, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, err
	}
	parts := make([]listing, len(top))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, d := range top {
		parts[i].now = all.now
		group.Go(func() error {
			if d.IsDir() {
				return fs.WalkDir(fsys, d.Name(), parts[i].visit)
			}
			return parts[i].visit(d.Name(), d, nil) // WalkDir would follow a link
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	for _, part := range parts {
		all.names, all.times = append(all.names, part.names...), append(all.times, part.times...)
		all.files, all.found = append(all.files, part.files...), append(all.found, part.found...)
	}
	sort.Sort((*byName)(all))
	slices.Sort(all.files)
	return all, nil
}

// byName sorts the pages of a listing.
type byName listing

func (l *byName) Len() int           { return len(l.names) }
func (l *byName) Less(i, j int) bool { return l.names[i] < l.names[j] }
func (l *byName) Swap(i, j int) {
	l.names[i], l.names[j] = l.names[j], l.names[i]
	l.times[i], l.times[j] = l.times[j], l.times[i]
}

func (l *listing) visit(name string, d fs.DirEntry, err error) error {
	if err != nil {
		return err
	}
	base := path.Base(name)
	at := problem.Place{File: root + name}
	switch {
	case name == siteFile || name == explorerFile || name == synonymsFile:
	case ignored(base) && d.IsDir():
		return fs.SkipDir
	case ignored(base):
	case d.Type()&fs.ModeSymlink != 0:
		l.found = append(l.found, problem.At(at, "this is a link to another place, not a file").
			With("copy the file itself into content/; links could lead out of the folder"))
	case d.IsDir():
		l.found = append(l.found, checkName(at, base, "")...)
	default:
		return l.file(name, base, at, d)
	}
	return nil
}

func (l *listing) file(name, base string, at problem.Place, d fs.DirEntry) error {
	info, err := d.Info()
	if err != nil {
		return err
	}
	kind := fileKind(base)
	if kind == isUnknown {
		l.found = append(l.found, unknownType(at, base))
		return nil
	}
	l.found = append(l.found, checkName(at, base, path.Ext(base))...)
	if p := checkSize(at, kind, info.Size()); p != nil {
		l.found = append(l.found, *p)
	} else if kind == isPage {
		l.names, l.times = append(l.names, name), append(l.times, stampOf(info, l.now))
	} else {
		l.files = append(l.files, name)
	}
	return nil
}

// ignored says whether a file is an editor's or the system's own, or the guide for staff.
func ignored(base string) bool {
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~") || strings.HasSuffix(base, "~") ||
		base == "Thumbs.db" || base == "desktop.ini" || base == "README.md"
}

const (
	isUnknown = iota
	isPage
	isFile
)

var copied = []string{".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".pdf"}

func fileKind(base string) int {
	switch ext := strings.ToLower(path.Ext(base)); {
	case ext == ".md":
		return isPage
	case slices.Contains(copied, ext):
		return isFile
	}
	return isUnknown
}

// writtenFor are the endings of texts that somebody wrote to be read, with the way to publish them.
var writtenFor = map[string]string{
	".markdown": "rename it to %s.md", ".mdown": "rename it to %s.md", ".mdx": "rename it to %s.md", ".txt": "rename it to %s.md",
	".doc": "copy its text into a page %s.md, or save it as PDF", ".docx": "copy its text into a page %s.md, or save it as PDF",
	".odt": "copy its text into a page %s.md, or save it as PDF", ".rtf": "copy its text into a page %s.md, or save it as PDF",
	".htm": "copy its text into a page %s.md", ".html": "copy its text into a page %s.md",
	".yml": "settings stand in content/site.yaml; a page would be called %s.md", ".yaml": "settings stand in content/site.yaml; a page would be called %s.md",
}

// unknownType reports a file that is neither a page nor copied. What is plainly a text keeps the site from being
// published, because nobody would notice that it is not there.
func unknownType(at problem.Place, base string) problem.Problem {
	ext := strings.ToLower(path.Ext(base))
	p := problem.At(at, "files of this type are not published").
		With("pages end in .md; pictures and documents in %s", strings.Join(copied, ", "))
	if mend, text := writtenFor[ext]; text {
		return p.With(mend, schema.Slugify(strings.TrimSuffix(strings.TrimSuffix(base, path.Ext(base)), ".md")))
	}
	return p.AsWarning()
}

func checkSize(at problem.Place, kind int, size int64) *problem.Problem {
	limit, most, mend := int64(maxFileBytes), "20 MB", "save the picture smaller, or the document in parts: readers may be on a telephone"
	if kind == isPage {
		limit, most, mend = maxPageBytes, "0.25 MB", "a page is some pages of text; pictures belong in files of their own"
	}
	if size <= limit {
		return nil
	}
	p := problem.At(at, "the file is too large: %.1f MB, at most %s", float64(size)/(1<<20), most).With("%s", mend)
	return &p
}

// checkName keeps addresses plain: what is typed from paper or read out on the telephone must arrive.
func checkName(at problem.Place, base, ext string) problem.List {
	want := schema.Slugify(strings.TrimSuffix(base, ext)) + strings.ToLower(ext)
	if base == want {
		return nil
	}
	return problem.List{problem.At(at, "the name %q cannot be part of an address", base).
		With("use lower-case letters, digits and hyphens only; rename it to %s", want)}
}
