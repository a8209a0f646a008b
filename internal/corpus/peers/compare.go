package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"signpost/internal/corpus"
)

// sampleEvery says which of the pages are read and compared; every list of a section or tag is.
const sampleEvery = 37

// compared says what agrees between two sites.
type compared struct {
	files, sampled int
	bytes          map[corpus.For]int64
}

// compare holds the sites of both programs against each other: the same files, and in a sample of the pages the same
// titles, headings, links and words.
func compare(ours, theirs string) (compared, error) {
	c := compared{bytes: map[corpus.For]int64{}}
	our, size, err := list(ours)
	if err != nil {
		return c, err
	}
	c.bytes[corpus.Signpost] = size
	their, size, err := list(theirs)
	if err != nil {
		return c, err
	}
	c.bytes[corpus.Hugo] = size
	if !slices.Equal(our, their) {
		return c, fmt.Errorf("the sites hold different files: %d and %d; %s", len(our), len(their), firstDifference(our, their))
	}
	c.files = len(our)
	for i, name := range our {
		isList := strings.Count(filepath.ToSlash(name), "/") < 2 || strings.HasPrefix(name, "tags")
		if !isPage(name) || !isList && i%sampleEvery != 0 {
			continue
		}
		a, err := read(filepath.Join(ours, name))
		if err != nil {
			return c, err
		}
		b, err := read(filepath.Join(theirs, name))
		if err != nil {
			return c, err
		}
		if !slices.Equal(a, b) {
			return c, fmt.Errorf("%s differs: %s", name, firstDifference(a, b))
		}
		c.sampled++
	}
	return c, nil
}

func list(dir string) (names []string, size int64, err error) {
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == ".signpost" {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		size += info.Size()
		name, err := filepath.Rel(dir, path)
		names = append(names, name)
		return err
	})
	return names, size, err
}

// read returns what a reader gets from a page, in the order met: its title, headings, links, and words.
func read(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	root, err := html.Parse(f)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	var said []string
	for n := range root.Descendants() {
		switch {
		case n.Type == html.TextNode:
			said = append(said, strings.Fields(n.Data)...)
		case n.Type == html.ElementNode && (n.Data == "title" || strings.Trim(n.Data, "123456") == "h"):
			said = append(said, "<"+n.Data+">")
		case n.Type == html.ElementNode && n.Data == "a":
			for _, a := range n.Attr {
				if a.Key == "href" {
					said = append(said, "-> "+a.Val)
				}
			}
		}
	}
	return said, nil
}

// firstDifference shows where two lists part.
func firstDifference(a, b []string) string {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("%q and %q", a[i:min(i+8, len(a))], b[i:min(i+8, len(b))])
		}
	}
	return fmt.Sprintf("one ends after %d, the other after %d", len(a), len(b))
}
