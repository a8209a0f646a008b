package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode"

	"signpost/internal/problem"
	"signpost/internal/schema"
)

type newCommand struct {
	Kind   string `arg:"" help:"Kind of page: specialty, skill, page and so on."`
	Title  string `arg:"" help:"The page's name, as readers see it. Put it in quotation marks."`
	Source string `help:"Folder that holds content/." default:"." type:"path" placeholder:"DIR"`
	Folder string `help:"Folder below content/ for a kind without its own, like help." placeholder:"NAME"`
}

// newBody is a note, which is not printed, so that nobody publishes it by mistake.
const newBody = "<!-- Write the text below. A heading starts with ## and a space. -->\n"

// newQuestion is the text of a new worksheet, which needs one question at least.
const newQuestion = "## Where I am\n\nWrite a sentence or two before the first question.\n\n" +
	"```question\nid: first\ntype: long\nask: What would you like to think about?\n```\n"

// Run writes a new page, as a draft, and never over one that is there.
func (c *newCommand) Run(p *program) error {
	kind, err := c.kind()
	if err != nil {
		return err
	}
	content := filepath.Join(c.Source, "content")
	if info, err := os.Stat(content); err != nil || !info.IsDir() {
		return fmt.Errorf("there is no folder content/ in %s: go to the folder that holds it, or name it with --source", c.Source)
	}
	name, err := c.file(kind)
	if err != nil {
		return err
	}
	for _, taken := range []string{name, strings.TrimSuffix(name, ".md") + "/index.md", strings.TrimSuffix(name, "/index.md") + ".md"} {
		if _, err := os.Lstat(filepath.Join(content, filepath.FromSlash(taken))); !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("content/%s is there already: choose another title, or edit that page", taken)
		}
	}
	body := newBody
	if kind.Name == "worksheet" {
		body = newQuestion
	}
	file := filepath.Join(content, filepath.FromSlash(name))
	if err := writeNew(file, schema.Blank(kind, c.Title, p.now, body)); err != nil {
		return fmt.Errorf("write the new page: %w", err)
	}
	_, err = fmt.Fprintf(p.out, `content/%s is written, as a draft that readers do not see.
What to do next:
  1. open the file and write; every key says what it is for
  2. look at it with: signpost serve --drafts
  3. when it is ready, delete the line "draft: true" and run: signpost check
`, name)
	return err
}

func (c *newCommand) kind() (*schema.Kind, error) {
	var names []string
	for _, k := range schema.Kinds {
		if k.Name != "home" { // there is only one
			names = append(names, k.Name)
		}
	}
	for _, name := range names {
		if name == c.Kind {
			return schema.KindNamed(name), nil
		}
	}
	message := fmt.Sprintf("there is no kind of page %q\n    allowed: %s", c.Kind, problem.Quote(names))
	if near := problem.Nearest(c.Kind, names); near != "" {
		message += fmt.Sprintf("\n    did you mean %q?", near)
	}
	return nil, errors.New(message)
}

// file returns where the page goes below content/.
func (c *newCommand) file(kind *schema.Kind) (string, error) {
	if strings.ContainsFunc(c.Title, unicode.IsControl) || strings.Contains(c.Title, "{{") {
		return "", errors.New("a title is plain words on one line")
	}
	slug := schema.Slugify(c.Title)
	if !strings.ContainsFunc(c.Title, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) || slug == "index" {
		return "", fmt.Errorf("no address can be made from the title %q: write words with letters from a to z", c.Title)
	}
	folder := kind.Folder
	if c.Folder != "" {
		if folder = strings.Trim(path.Clean(filepath.ToSlash(c.Folder)), "/"); !schema.IsPage(folder) {
			return "", fmt.Errorf("the folder %q cannot be part of an address: use lower-case letters, digits and hyphens", c.Folder)
		}
	}
	name := path.Join(folder, slug+".md")
	if kind.Name == "section" {
		name = path.Join(folder, slug, "index.md")
	}
	if got := schema.KindOf(name); got.Name != kind.Name {
		return "", fmt.Errorf("a page in content/%s/ is of kind %q, not %q: the folder decides", folder, got.Name, kind.Name)
	}
	return name, nil
}

func writeNew(file, text string) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Close())
}
