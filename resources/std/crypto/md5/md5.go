// SPDX-License-Identifier: MIT

// Package md5 has the hash function MD5.
package md5

import "hash"

// Sizes in bytes.
const (
	Size      = 16
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
func New() hash.Hash { return &digest{kind: 0, size: Size} }

// Sum hashes data.
func Sum(data []byte) [Size]byte { return [Size]byte(sum(0, data)) }
