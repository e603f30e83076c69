// SPDX-License-Identifier: MIT

package strings

import (
	"errors"
	"io"
	"unicode/utf8"
)

// Builder collects a string.
type Builder struct {
	addr *Builder // of the receiver, to find copies
	buf  []byte
}

func (b *Builder) check() {
	if b.addr == nil {
		b.addr = b
	} else if b.addr != b {
		panic("strings: illegal use of non-zero Builder copied by value")
	}
}

// String gives what has been collected.
func (b *Builder) String() string { return alias(b.buf) }

// Len is the count of bytes.
func (b *Builder) Len() int { return len(b.buf) }

// Cap is the room.
func (b *Builder) Cap() int { return cap(b.buf) }

// Reset empties the builder.
func (b *Builder) Reset() {
	b.addr = nil
	b.buf = nil
}

// Grow makes room for n more bytes.
func (b *Builder) Grow(n int) {
	b.check()
	if n < 0 {
		panic("strings.Builder.Grow: negative count")
	}
	if cap(b.buf)-len(b.buf) < n {
		buf := make([]byte, len(b.buf), 2*cap(b.buf)+n)
		copy(buf, b.buf)
		b.buf = buf
	}
}

func (b *Builder) Write(p []byte) (int, error) {
	b.check()
	b.buf = append(b.buf, p...)
	return len(p), nil
}

// WriteByte appends c.
func (b *Builder) WriteByte(c byte) error {
	b.check()
	b.buf = append(b.buf, c)
	return nil
}

// WriteRune appends r.
func (b *Builder) WriteRune(r rune) (int, error) {
	b.check()
	n := len(b.buf)
	b.buf = utf8.AppendRune(b.buf, r)
	return len(b.buf) - n, nil
}

// WriteString appends s.
func (b *Builder) WriteString(s string) (int, error) {
	b.check()
	b.buf = append(b.buf, s...)
	return len(s), nil
}

// Reader reads a string.
type Reader struct {
	s        string
	i        int64
	prevRune int // where the last rune read began, or < 0
}

// NewReader makes a Reader of s.
func NewReader(s string) *Reader { return &Reader{s, 0, -1} }

// Len is the count of bytes not yet read.
func (r *Reader) Len() int {
	if r.i >= int64(len(r.s)) {
		return 0
	}
	return int(int64(len(r.s)) - r.i)
}

// Size is the length of the string.
func (r *Reader) Size() int64 { return int64(len(r.s)) }

// Reset reads s from now on.
func (r *Reader) Reset(s string) { *r = Reader{s, 0, -1} }

func (r *Reader) Read(b []byte) (n int, err error) {
	if r.i >= int64(len(r.s)) {
		return 0, io.EOF
	}
	r.prevRune = -1
	n = copy(b, r.s[r.i:])
	r.i += int64(n)
	return n, nil
}

// ReadAt reads at an offset.
func (r *Reader) ReadAt(b []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, errors.New("strings.Reader.ReadAt: negative offset")
	}
	if off >= int64(len(r.s)) {
		return 0, io.EOF
	}
	n = copy(b, r.s[off:])
	if n < len(b) {
		err = io.EOF
	}
	return
}

// ReadByte reads one byte.
func (r *Reader) ReadByte() (byte, error) {
	r.prevRune = -1
	if r.i >= int64(len(r.s)) {
		return 0, io.EOF
	}
	b := r.s[r.i]
	r.i++
	return b, nil
}

// UnreadByte takes the last byte back.
func (r *Reader) UnreadByte() error {
	if r.i <= 0 {
		return errors.New("strings.Reader.UnreadByte: at beginning of string")
	}
	r.prevRune = -1
	r.i--
	return nil
}

// ReadRune reads one rune.
func (r *Reader) ReadRune() (ch rune, size int, err error) {
	if r.i >= int64(len(r.s)) {
		r.prevRune = -1
		return 0, 0, io.EOF
	}
	r.prevRune = int(r.i)
	ch, size = utf8.DecodeRuneInString(r.s[r.i:])
	r.i += int64(size)
	return
}

// UnreadRune takes the last rune back.
func (r *Reader) UnreadRune() error {
	if r.i <= 0 {
		return errors.New("strings.Reader.UnreadRune: at beginning of string")
	}
	if r.prevRune < 0 {
		return errors.New("strings.Reader.UnreadRune: previous operation was not ReadRune")
	}
	r.i = int64(r.prevRune)
	r.prevRune = -1
	return nil
}

// Seek sets the place of the next read.
func (r *Reader) Seek(offset int64, whence int) (int64, error) {
	r.prevRune = -1
	switch whence {
	case io.SeekStart:
	case io.SeekCurrent:
		offset += r.i
	case io.SeekEnd:
		offset += int64(len(r.s))
	default:
		return 0, errors.New("strings.Reader.Seek: invalid whence")
	}
	if offset < 0 {
		return 0, errors.New("strings.Reader.Seek: negative position")
	}
	r.i = offset
	return offset, nil
}

// WriteTo writes what has not been read.
func (r *Reader) WriteTo(w io.Writer) (n int64, err error) {
	r.prevRune = -1
	if r.i >= int64(len(r.s)) {
		return 0, nil
	}
	s := r.s[r.i:]
	m, err := io.WriteString(w, s)
	r.i += int64(m)
	if m != len(s) && err == nil {
		err = io.ErrShortWrite
	}
	return int64(m), err
}

// Replacer replaces several strings at once.
type Replacer struct {
	pairs []string
	first [256]bool // bytes with which an old string begins
	empty bool      // there is an empty old string
}

// NewReplacer makes a Replacer of old, new pairs; earlier ones come first at the same place.
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	r := &Replacer{pairs: append([]string(nil), oldnew...)}
	for i := 0; i < len(oldnew); i += 2 {
		if oldnew[i] == "" {
			r.empty = true
		} else {
			r.first[oldnew[i][0]] = true
		}
	}
	return r
}

// lookup finds the pair whose old string begins s, or gives -1.
func (r *Replacer) lookup(s string, ignoreEmpty bool) int {
	for k := 0; k < len(r.pairs); k += 2 {
		if HasPrefix(s, r.pairs[k]) && !(ignoreEmpty && r.pairs[k] == "") {
			return k
		}
	}
	return -1
}

// Replace gives s with all replacements done, from left to right without overlap.
func (r *Replacer) Replace(s string) string {
	var b []byte
	last := 0
	found, emptyBefore := false, false
	for i := 0; i <= len(s); {
		if !r.empty && (i == len(s) || !r.first[s[i]]) {
			i++
			continue
		}
		k := r.lookup(s[i:], emptyBefore)
		emptyBefore = k >= 0 && r.pairs[k] == ""
		if k < 0 {
			i++
			continue
		}
		found = true
		b = append(b, s[last:i]...)
		b = append(b, r.pairs[k+1]...)
		i += len(r.pairs[k])
		last = i
	}
	if !found {
		return s
	}
	return string(append(b, s[last:]...))
}

// WriteString writes s to w with all replacements done.
func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	return io.WriteString(w, r.Replace(s))
}
