package build

import (
	"cmp"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"signpost/internal/asset"
)

// offlineFolder holds what the service worker and the page about offline reading must know. Its names do not change, so
// that nothing of the site changes with every edit.
const offlineFolder = "offline"

// workerScript is the plain name of the script that sw.js runs.
const workerScript = "sw.js"

// keepsake is a file that is kept for offline reading. It marshals as a list: the address below the site's own, the
// checksum of its bytes, and how many these are.
type keepsake struct {
	address string
	written
}

// hash is how the checksum is written in the list.
func (k keepsake) hash() string { return base64.RawURLEncoding.EncodeToString(k.sum[:]) }

func (k keepsake) MarshalJSON() ([]byte, error) {
	return json.Marshal([]any{k.address, k.hash(), k.size})
}

// shelf notes every file of the site, so that the list of files to keep holds what was published.
type shelf struct{ kept []keepsake }

// unkept are files that hosts and search engines read.
var unkept = []string{"_headers", "_redirects", "robots.txt", "sitemap.xml"}

func (s *shelf) add(path string, file written) {
	if slices.Contains(unkept, path) {
		return
	}
	address := strings.TrimSuffix(path, "index.html")
	if address != "" && !strings.HasSuffix(address, "/") {
		address = path // a file whose name only ends like that
	}
	s.kept = append(s.kept, keepsake{address, file})
}

// files returns the service worker and what it works from. The build's name is made of all files' bytes: a build with one
// other byte is another build, and browsers that keep the site take it whole.
func (s *shelf) files(script string) ([]asset.File, error) {
	slices.SortFunc(s.kept, func(a, b keepsake) int { return cmp.Compare(a.address, b.address) })
	sum, total := sha256.New(), 0
	for _, k := range s.kept {
		fmt.Fprintln(sum, k.address, k.hash())
		total += k.size
	}
	name := hex.EncodeToString(sum.Sum(nil)[:8])
	list, err := json.Marshal(map[string]any{"build": name, "files": s.kept})
	if err != nil {
		return nil, fmt.Errorf("list the files for offline reading: %w", err)
	}
	about := fmt.Sprintf("export default {\"build\":%q,\"files\":%d,\"bytes\":%d}\n", name, len(s.kept), total)
	return []asset.File{
		{Path: offlineFolder + "/files.json", Data: list},
		{Path: offlineFolder + "/about.js", Data: []byte(about)},
		// Browsers compare these bytes to learn that there is a new build.
		{Path: Worker, Data: fmt.Appendf(nil, "self.BUILD=%q;importScripts(%q)\n", name, script)},
	}, nil
}
