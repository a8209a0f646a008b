package cache

import (
	"bytes"
	"errors"
	"math"
	"strings"
	"testing"
)

func TestRoundTrip(t *testing.T) {
	var stored bytes.Buffer
	w := Seal(&stored, SumOf(nil))
	numbers := []int64{0, 1, -1, 63, -64, 64, 300, math.MaxInt64, math.MinInt64}
	for _, n := range numbers {
		w.Int(n)
	}
	w.Text("")
	w.Text("words ✓")
	w.Bool(true)
	w.Sum(SumOf([]byte("x")))
	long := strings.Repeat("long ", handOn)
	w.Text(long)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r, ok := Open(SumOf(nil), stored.Bytes())
	if !ok {
		t.Fatal("what was sealed cannot be opened")
	}
	for _, want := range numbers {
		if got := r.Int(); got != want {
			t.Errorf("%d came back as %d", want, got)
		}
	}
	if a, b := r.Text(), r.Text(); a != "" || b != "words ✓" {
		t.Errorf("texts came back as %q and %q", a, b)
	}
	if !r.Bool() || r.Sum() != SumOf([]byte("x")) || r.Text() != long || r.Rest != "" || r.Bad {
		t.Errorf("the end came back otherwise: %v", r.Bad)
	}
	if r.Text() != "" || !r.Bad {
		t.Error("reading on past the end is not noticed")
	}
}

func TestOpenRefuses(t *testing.T) {
	var stored bytes.Buffer
	w := Seal(&stored, SumOf([]byte("this build")))
	w.Text("what was kept")
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	sealed := stored.Bytes()
	if _, ok := Open(SumOf([]byte("another build")), sealed); ok {
		t.Error("another version is opened")
	}
	for i := range sealed {
		damaged := append([]byte(nil), sealed...)
		damaged[i] ^= 1
		if _, ok := Open(SumOf([]byte("this build")), damaged); ok {
			t.Errorf("a changed byte %d is not noticed", i)
		}
		if _, ok := Open(SumOf([]byte("this build")), sealed[:i]); ok {
			t.Errorf("an end at byte %d is not noticed", i)
		}
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space") }

func TestSealSaysWhatWentWrong(t *testing.T) {
	w := Seal(fullDisk{}, Sum{})
	w.Text(strings.Repeat("x", 2*handOn))
	if err := w.Close(); err == nil {
		t.Error("a full disk is not noticed")
	}
}

// FuzzReader holds that no bytes make a Reader panic or go on for ever.
func FuzzReader(f *testing.F) {
	var w Writer
	w.Int(300)
	w.Text("words")
	w.Sum(SumOf(nil))
	f.Add(string(w.Data))
	f.Fuzz(func(t *testing.T, text string) {
		for r := (&Reader{Rest: text}); r.Rest != "" && !r.Bad; {
			before := len(r.Rest)
			r.Text()
			r.Int()
			r.Sum()
			if !r.Bad && len(r.Rest) >= before {
				t.Fatalf("nothing was read of %q", r.Rest)
			}
		}
	})
}
