// SPDX-License-Identifier: MIT

// Package hmac has message authentication codes (RFC 2104).
package hmac

import (
	"crypto/subtle"
	"hash"
)

type code struct {
	inner, outer hash.Hash
	in, out      []byte // the key, padded
}

// New makes a Hash that is keyed.
func New(h func() hash.Hash, key []byte) hash.Hash {
	c := &code{inner: h(), outer: h()}
	size := c.inner.BlockSize()
	if len(key) > size {
		c.outer.Write(key)
		key = c.outer.Sum(nil)
	}
	c.in, c.out = make([]byte, size), make([]byte, size)
	copy(c.in, key)
	copy(c.out, key)
	for i := range c.in {
		c.in[i] ^= 0x36
		c.out[i] ^= 0x5c
	}
	c.Reset()
	return c
}

func (c *code) Write(p []byte) (int, error) { return c.inner.Write(p) }
func (c *code) Size() int                   { return c.inner.Size() }
func (c *code) BlockSize() int              { return c.inner.BlockSize() }

func (c *code) Reset() {
	c.inner.Reset()
	c.inner.Write(c.in)
}

func (c *code) Sum(in []byte) []byte {
	c.outer.Reset()
	c.outer.Write(c.out)
	c.outer.Write(c.inner.Sum(nil))
	return c.outer.Sum(in)
}

// Equal compares two codes.
func Equal(mac1, mac2 []byte) bool { return subtle.ConstantTimeCompare(mac1, mac2) == 1 }
