package site

import (
	"fmt"
	"net/url"
	"strings"
)

// BasePath returns the path of a base URL without a slash at its end, "" for one at the root of a host or for "". The
// error says that the URL is none.
func BasePath(base string) (string, error) {
	if base == "" {
		return "", nil
	}
	u, err := url.Parse(base)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return "", fmt.Errorf("%q is not an address: it must start with https:// or http://", base)
	}
	return strings.TrimRight(u.Path, "/"), nil
}
