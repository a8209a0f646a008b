package content

import "testing"

// FuzzPlainAddress holds the short way of reading a link against the long one.
func FuzzPlainAddress(f *testing.F) {
	for _, s := range []string{"/a/", "/a/b-c/#d", "/", "//a/", "/a/../b/", "/a.md/", "/a/#", "/a/#b%20c", "/A/", "/a//b/", "/index/", "/x.png/"} {
		f.Add(s)
	}
	p := &Page{Path: "x/y", File: "content/x/y.md"}
	f.Fuzz(func(t *testing.T, dest string) {
		to, fragment, ok := plainAddress(dest)
		if !ok {
			return
		}
		if where, wantTo, wantFragment := p.follow(dest); where != ToPage || to != wantTo || fragment != wantFragment {
			t.Errorf("plainAddress(%q) = %q, %q; follow says %v, %q, %q", dest, to, fragment, where, wantTo, wantFragment)
		}
	})
}
