package layout

import "testing"

// TestSqueezed holds the white space of layouts: a run is one line break if it holds any, or else one space.
func TestSqueezed(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "a": "a", " ": " ", "a  b": "a b", "a \t b": "a b", "a\r\nb": "a\nb", "a \n  b\n": "a\nb\n",
		"\n\n<p> \n\t</p>  ": "\n<p>\n</p> ", "a\u00a0 \u00a0é": "a\u00a0 \u00a0é",
	} {
		if got := string(squeezed([]byte(text))); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}
