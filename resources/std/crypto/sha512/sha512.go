// SPDX-License-Identifier: MIT

// Package sha512 has the hash function SHA512.
package sha512

import "hash"

// Sizes in bytes.
const (
	Size      = 64
	Size384   = 48
	BlockSize = 128
)

// sum hashes data; kind is a number of engine/std/digest.c.
func sum(kind int, data []byte) []byte

type digest struct {
	kind, size int
	data       []byte
}

func (d *digest) Write(p []byte) (int, error) {
	d.data = append(d.data, p...)
	return len(p), nil
}
func (d *digest) Reset()               { d.data = nil }
func (d *digest) Size() int            { return d.size }
func (d *digest) BlockSize() int       { return BlockSize }
func (d *digest) Sum(in []byte) []byte { return append(in, sum(d.kind, d.data)...) }

// New makes a Hash.
func New() hash.Hash { return &digest{kind: 3, size: Size} }

// Sum512 hashes data.
func Sum512(data []byte) [Size]byte { return [Size]byte(sum(3, data)) }

// New384 makes a Hash.
func New384() hash.Hash { return &digest{kind: 5, size: Size384} }

// Sum384 hashes data.
func Sum384(data []byte) [Size384]byte { return [Size384]byte(sum(5, data)) }
