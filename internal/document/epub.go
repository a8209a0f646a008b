package document

import (
	"archive/zip"
	"bytes"
	_ "embed"
	"html/template"
	"strings"
	"sync"
	"time"
)

//go:embed epub.txt
var epubTexts string

// epubTemplates are the files of an EPUB: "container", "package", "contents", "cover" and "chapter". html/template
// escapes for XML, too: its five signs are those of XML, and it prints no others by name.
var epubTemplates = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("epub").Funcs(template.FuncMap{
		"xml": func() template.HTML { return `<?xml version="1.0" encoding="UTF-8"?>` },
	}).Parse(epubTexts))
})

// EPUB prints the book as EPUB 3, each chapter a file. The same book gives the same bytes.
func (b *Book) EPUB() ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	// The standard wants this file first, bare and not compressed.
	if err := b.add(z, "mimetype", zip.Store, []byte("application/epub+zip")); err != nil {
		return nil, err
	}
	texts, err := b.epubTexts()
	if err != nil {
		return nil, err
	}
	for _, t := range texts {
		if err := b.add(z, t.name, zip.Deflate, t.data); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func (b *Book) add(z *zip.Writer, name string, method uint16, data []byte) error {
	h := &zip.FileHeader{Name: name, Method: method}
	if method == zip.Deflate {
		h.Modified = b.Day // "mimetype" must have no extra field, which a time would bring
	}
	w, err := z.CreateHeader(h)
	if err == nil {
		_, err = w.Write(data)
	}
	return err
}

type file struct {
	name string
	data []byte
}

func (b *Book) epubTexts() ([]file, error) {
	href := func(to *Chapter, fragment, outside string) string {
		switch {
		case to == nil:
			return outside
		case fragment == "":
			return to.ID + ".xhtml"
		}
		return to.ID + ".xhtml#" + to.ID + "--" + fragment
	}
	data := map[string]any{
		"Language": b.Site.Config.Language, "Title": Title, "Service": b.Site.Config.Service, "Unit": b.Site.Config.UnitFull,
		"Organisation": b.Site.Config.Organisation, "Notes": b.note(), "Parts": b.Parts, "Chapters": b.Chapters(),
		"ID": b.Site.Absolute(b.Site.BasePath + "/" + EPUB), "Modified": b.Day.UTC().Format(time.RFC3339),
	}
	files := []file{{"EPUB/book.css", Sheet}}
	write := func(name, template string, data any) error {
		var out strings.Builder
		err := epubTemplates().ExecuteTemplate(&out, template, data)
		files = append(files, file{name, []byte(strings.TrimSpace(out.String()) + "\n")})
		return err
	}
	for _, f := range [][2]string{
		{"META-INF/container.xml", "container"}, {"EPUB/package.opf", "package"}, {"EPUB/contents.xhtml", "contents"}, {"EPUB/cover.xhtml", "cover"},
	} {
		if err := write(f[0], f[1], data); err != nil {
			return nil, err
		}
	}
	for _, c := range b.Chapters() {
		text, err := b.print(c, 0, href)
		if err != nil {
			return nil, err
		}
		one := map[string]any{"Language": b.Site.Config.Language, "Chapter": c, "Reviewed": reviewed(c.Page), "Text": template.HTML(text)}
		if err := write("EPUB/"+c.ID+".xhtml", "chapter", one); err != nil {
			return nil, err
		}
	}
	return files, nil
}
