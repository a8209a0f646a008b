// Package cache is the plain writing in which the program keeps, from one run to the next, what it would otherwise have
// to find out again. It is only ever a saving: what cannot be read, for whatever reason, is found out anew.
package cache

import (
	"crypto/sha256"
	"encoding/binary"
	"hash/crc32"
	"strings"
)

// Sum is a checksum of bytes: the first half of their SHA-256.
type Sum [16]byte

// SumOf returns the checksum of data.
func SumOf(data []byte) Sum {
	full := sha256.Sum256(data)
	return Sum(full[:16])
}

// Writer puts values one after the other. The zero Writer is empty and ready.
type Writer struct{ Data []byte }

// Int writes a whole number.
func (w *Writer) Int(n int64) { w.Data = binary.AppendVarint(w.Data, n) }

// Bool writes yes or no.
func (w *Writer) Bool(yes bool) {
	n := int64(0)
	if yes {
		n = 1
	}
	w.Int(n)
}

// Text writes a string.
func (w *Writer) Text(s string) {
	w.Int(int64(len(s)))
	w.Data = append(w.Data, s...)
}

// Sum writes a checksum.
func (w *Writer) Sum(s Sum) { w.Data = append(w.Data, s[:]...) }

// Reader takes the values out in the order in which they were written. What it returns are parts of the text it was
// made of, not copies. After something that cannot be, it returns nothing but zeros, and Bad says so.
type Reader struct {
	Rest string
	Bad  bool
}

func (r *Reader) fail() {
	r.Rest, r.Bad = "", true
}

// Int reads a whole number.
func (r *Reader) Int() int64 {
	var u uint64
	for i := 0; i < len(r.Rest) && i < binary.MaxVarintLen64; i++ {
		c := r.Rest[i]
		u |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			r.Rest = r.Rest[i+1:]
			return int64(u>>1) ^ -int64(u&1)
		}
	}
	r.fail()
	return 0
}

// Count reads a number of things, each of which takes at least one byte of what is left.
func (r *Reader) Count() int {
	n := r.Int()
	if n < 0 || n > int64(len(r.Rest)) {
		r.fail()
		return 0
	}
	return int(n)
}

// Bool reads yes or no.
func (r *Reader) Bool() bool { return r.Int() != 0 }

// Text reads a string.
func (r *Reader) Text() string {
	n := r.Count()
	s := r.Rest[:n]
	r.Rest = r.Rest[n:]
	return s
}

// Sum reads a checksum.
func (r *Reader) Sum() (s Sum) {
	if len(r.Rest) < len(s) {
		r.fail()
		return s
	}
	copy(s[:], r.Rest)
	r.Rest = r.Rest[len(s):]
	return s
}

var table = crc32.MakeTable(crc32.Castagnoli)

// Seal returns what is to be stored of a Writer's data, for readers of the same version.
func Seal(version Sum, data []byte) []byte {
	sealed := make([]byte, 0, len(version)+4+len(data))
	sealed = append(sealed, version[:]...)
	sealed = binary.BigEndian.AppendUint32(sealed, crc32.Checksum(data, table))
	return append(sealed, data...)
}

// Open returns a Reader of what was sealed. It says no to another version and to damage.
func Open(version Sum, sealed []byte) (*Reader, bool) {
	const head = len(version) + 4
	if len(sealed) < head || Sum(sealed[:len(version)]) != version ||
		crc32.Checksum(sealed[head:], table) != binary.BigEndian.Uint32(sealed[len(version):head]) {
		return nil, false
	}
	var text strings.Builder
	text.Write(sealed[head:])
	return &Reader{Rest: text.String()}, true
}
