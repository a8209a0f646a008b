package worksheet

import _ "embed" // the schema is a file of its own, so that editors check it and anybody can read it

// SaveFileSchema is the JSON Schema of the files in which people keep their answers. It is published so that a save file
// can be read without this site.
//
//go:embed savefile.schema.json
var SaveFileSchema []byte
