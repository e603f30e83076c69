// SPDX-License-Identifier: MIT

// Package sha256 has the hash function SHA256.
package sha256

import "hash"

// Sizes in bytes.
const (
	Size      = 32
	Size224   = 28
	BlockSize = 64
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
func New() hash.Hash { return &digest{kind: 2, size: Size} }

// Sum256 hashes data.
func Sum256(data []byte) [Size]byte { return [Size]byte(sum(2, data)) }

// New224 makes a Hash.
func New224() hash.Hash { return &digest{kind: 4, size: Size224} }

// Sum224 hashes data.
func Sum224(data []byte) [Size224]byte { return [Size224]byte(sum(4, data)) }
