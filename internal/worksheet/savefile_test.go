package worksheet_test

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"strings"
	"testing"

	"filippo.io/age"

	"signpost/internal/worksheet"
)

const passphrase = "otter lamp velvet nine"

// TestProtectedFiles shows that what the page protects opens with the standard program, and the other way round: the
// TypeScript tests open the file that is written here.
func TestProtectedFiles(t *testing.T) {
	want, err := os.ReadFile("testdata/answers.json")
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		writeProtected(t, "testdata/answers-by-go.age", want)
	}
	for _, name := range []string{"testdata/answers-by-page.age", "testdata/answers-by-go.age"} {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		identity, err := age.NewScryptIdentity(passphrase)
		if err != nil {
			t.Fatal(err)
		}
		plain, err := age.Decrypt(file, identity)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got, err := io.ReadAll(plain)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s holds\n%s", name, got)
		}
	}
}

func writeProtected(t *testing.T, name string, plain []byte) {
	t.Helper()
	recipient, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		t.Fatal(err)
	}
	recipient.SetWorkFactor(10)
	var file bytes.Buffer
	w, err := age.Encrypt(&file, recipient)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(plain); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, file.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestSaveFileSchema holds the published schema to the form's own names and to a real save file.
func TestSaveFileSchema(t *testing.T) {
	var schema struct {
		Required   []string `json:"required"`
		Properties map[string]struct {
			Const any `json:"const"`
		} `json:"properties"`
	}
	if err := json.Unmarshal(worksheet.SaveFileSchema, &schema); err != nil {
		t.Fatal(err)
	}
	if got := schema.Properties["format"].Const; got != worksheet.Format {
		t.Errorf("the schema's format is %v", got)
	}
	if got := schema.Properties["version"].Const; got != float64(worksheet.FormatVersion) {
		t.Errorf("the schema's version is %v", got)
	}
	data, err := os.ReadFile("testdata/answers.json")
	if err != nil {
		t.Fatal(err)
	}
	var file map[string]json.RawMessage
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	for name := range file {
		if _, ok := schema.Properties[name]; !ok {
			t.Errorf("a save file has %q, of which the schema knows nothing", name)
		}
	}
	for _, name := range schema.Required {
		if _, ok := file[name]; !ok {
			t.Errorf("the schema requires %q, which a save file does not have", name)
		}
	}
	for _, kind := range worksheet.Types() {
		if !strings.Contains(string(worksheet.SaveFileSchema), kind.Name) {
			t.Errorf("the schema does not say how a question of type %q is answered", kind.Name)
		}
	}
}
