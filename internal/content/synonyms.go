package content

import (
	"errors"
	"fmt"
	"io/fs"

	"signpost/internal/problem"
	"signpost/internal/schema"
)

// synonymsFile holds the words that readers look for and pages do not use. A site may do without it.
const synonymsFile = "synonyms.yaml"

// Synonyms is content/synonyms.yaml.
type Synonyms struct {
	Same  [][]string `field:"same"`
	Asked []Asked    `field:"asked"`
}

// Asked is a page and what people type who look for it.
type Asked struct {
	Page  schema.Ref `field:"page"`
	Words []string   `field:"words"`
}

// readSynonyms returns what the file says and its bytes.
func readSynonyms(fsys fs.FS) (s Synonyms, data []byte, found problem.List, err error) {
	data, err = fs.ReadFile(fsys, synonymsFile)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil, nil, nil
	}
	if err != nil {
		return s, nil, nil, fmt.Errorf("read %s: %w", synonymsFile, err)
	}
	n, found := parseYAML(string(normalise(data)), problem.Place{File: root + synonymsFile, Line: 1, Column: 1})
	if n == nil {
		return s, data, found, nil
	}
	found = append(found, schema.Check(synonymsFile, schema.Synonyms, n)...)
	if found.Errors() == 0 {
		schema.Decode(n, &s)
	}
	return s, data, found, nil
}
