// Package signpost carries the content, layouts and assets that come with the program, for source folders that bring
// none of their own.
package signpost

import "embed"

// Embedded holds the folders content, layouts and assets.
//
//go:embed content layouts assets/images assets/scripts assets/styles assets/vendor
var Embedded embed.FS
