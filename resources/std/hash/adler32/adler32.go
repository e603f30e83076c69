// SPDX-License-Identifier: MIT

// Package adler32 has the checksum Adler-32 (RFC 1950).
package adler32

import "hash"

// Size is the size of a checksum in bytes.
const Size = 4

type digest struct {
	a, b uint32
}

// New makes a Hash32.
func New() hash.Hash32 { return &digest{1, 0} }

func (d *digest) Reset()         { d.a, d.b = 1, 0 }
func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 4 }
func (d *digest) Sum32() uint32  { return d.b<<16 | d.a }
func (d *digest) Write(p []byte) (int, error) {
	for _, c := range p {
		d.a = (d.a + uint32(c)) % 65521
		d.b = (d.b + d.a) % 65521
	}
	return len(p), nil
}
func (d *digest) Sum(in []byte) []byte {
	s := d.Sum32()
	return append(in, byte(s>>24), byte(s>>16), byte(s>>8), byte(s))
}

// Checksum gives the checksum of data.
func Checksum(data []byte) uint32 {
	d := digest{1, 0}
	d.Write(data)
	return d.Sum32()
}
