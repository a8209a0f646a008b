package build

import (
	"fmt"
	"os"
	"path"
	"path/filepath"

	"signpost/internal/asset"
	"signpost/internal/document"
)

// Document makes the book of the site's pages and returns its files; a site that offers no book has none.
func (r *Result) Document() ([]asset.File, error) {
	if r.Site.Page(document.Page) == nil {
		return nil, nil
	}
	book, err := document.Make(r.Site, r.Page)
	if err != nil {
		return nil, err
	}
	page, err := book.HTML()
	if err != nil {
		return nil, fmt.Errorf("print the book: %w", err)
	}
	epub, err := book.EPUB()
	if err != nil {
		return nil, fmt.Errorf("make the book's EPUB: %w", err)
	}
	return []asset.File{{Path: document.HTML, Data: page}, {Path: document.EPUB, Data: epub}, {Path: document.Style, Data: document.Sheet}}, nil
}

// WriteDocument writes the files of the book into a folder, beside whatever is there, and returns their names. It
// returns none for a site that offers no book.
func (r *Result) WriteDocument(dir string) ([]string, error) {
	files, err := r.Document()
	if err != nil || len(files) == 0 {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("make the folder for the book: %w", err)
	}
	var names []string
	for _, f := range files {
		name := filepath.Join(dir, path.Base(f.Path))
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			return names, fmt.Errorf("write the book: %w", err)
		}
		names = append(names, name)
	}
	return names, nil
}
