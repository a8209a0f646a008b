// Package cache is the plain writing in which the program keeps, from one run to the next, what it would otherwise have
// to find out again. It is only ever a saving: what cannot be read, for whatever reason, is found out anew.
package cache

import (
	"crypto/sha256"
	"encoding/binary"
	"hash/crc32"
	"io"
	"sync"
	"unsafe"
)

// Sum is a checksum of bytes: the first half of their SHA-256.
type Sum [16]byte

// SumOf returns the checksum of data.
func SumOf(data []byte) Sum {
	full := sha256.Sum256(data)
	return Sum(full[:16])
}

// Writer puts values one after the other. The zero Writer is empty and ready; one with a To holds little and hands on.
type Writer struct {
	Data []byte
	To   *Sealer
}

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
	if w.To != nil && len(w.Data) >= handOn {
		w.To.take(w)
	}
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

// table is made when it is first used: that takes longer than to start the rest of the package.
var table = sync.OnceValue(func() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) })

// handOn is how much a Writer holds before it hands on.
const handOn = 64 << 10

// Sealer stores what a Writer writes, for readers of the same version: first the version, then the data, then a checksum.
type Sealer struct {
	to  io.Writer
	sum uint32
	err error
}

// Seal returns a Writer that stores what it writes; Close of its Sealer ends it.
func Seal(to io.Writer, version Sum) *Writer {
	w := &Writer{To: &Sealer{to: to}}
	w.Sum(version)
	return w
}

func (s *Sealer) take(w *Writer) {
	s.sum = crc32.Update(s.sum, table(), w.Data)
	if s.err == nil {
		_, s.err = s.to.Write(w.Data)
	}
	w.Data = w.Data[:0]
}

// Close stores what is left and the checksum. It says what went wrong since Seal.
func (w *Writer) Close() error {
	w.To.take(w)
	w.Data = binary.BigEndian.AppendUint32(w.Data, w.To.sum)
	w.To.take(w)
	return w.To.err
}

// Open returns a Reader of what was sealed. It says no to another version and to damage. The Reader reads from sealed,
// which nobody may change any more: what a large site keeps is too much to be copied.
func Open(version Sum, sealed []byte) (*Reader, bool) {
	end := len(sealed) - crc32.Size
	if end < len(version) || Sum(sealed[:len(version)]) != version ||
		crc32.Checksum(sealed[:end], table()) != binary.BigEndian.Uint32(sealed[end:]) {
		return nil, false
	}
	data := sealed[len(version):end]
	return &Reader{Rest: unsafe.String(unsafe.SliceData(data), len(data))}, true
}
