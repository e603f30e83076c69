// SPDX-License-Identifier: MIT

// Package maphash hashes bytes for hash tables, with a seed that is a choice of the run.
package maphash

func random() uint64
func hashBytes(seed uint64, s string) uint64

// Seed is a seed.
type Seed struct {
	s uint64
}

// MakeSeed makes a seed.
func MakeSeed() Seed { return Seed{random() | 1} }

// Hash hashes what is written to it.
type Hash struct {
	seed Seed
	data []byte
}

func (h *Hash) init() {
	if h.seed.s == 0 {
		h.seed = MakeSeed()
	}
}

func (h *Hash) Write(b []byte) (int, error) {
	h.init()
	h.data = append(h.data, b...)
	return len(b), nil
}

// WriteString adds s.
func (h *Hash) WriteString(s string) (int, error) {
	h.init()
	h.data = append(h.data, s...)
	return len(s), nil
}

// WriteByte adds b.
func (h *Hash) WriteByte(b byte) error {
	h.init()
	h.data = append(h.data, b)
	return nil
}

// Seed gives the seed.
func (h *Hash) Seed() Seed {
	h.init()
	return h.seed
}

// SetSeed sets the seed.
func (h *Hash) SetSeed(seed Seed) {
	if seed.s == 0 {
		panic("maphash: use of uninitialized Seed")
	}
	h.seed = seed
	h.data = nil
}

// Reset forgets what was written.
func (h *Hash) Reset() {
	h.init()
	h.data = nil
}

// Sum64 gives the hash.
func (h *Hash) Sum64() uint64 {
	h.init()
	return hashBytes(h.seed.s, string(h.data))
}

// Sum appends the hash.
func (h *Hash) Sum(b []byte) []byte {
	x := h.Sum64()
	for shift := 56; shift >= 0; shift -= 8 {
		b = append(b, byte(x>>shift))
	}
	return b
}

// Size is 8.
func (h *Hash) Size() int { return 8 }

// BlockSize is 128.
func (h *Hash) BlockSize() int { return 128 }

// Bytes hashes b.
func Bytes(seed Seed, b []byte) uint64 { return String(seed, string(b)) }

// String hashes s.
func String(seed Seed, s string) uint64 {
	if seed.s == 0 {
		panic("maphash: use of uninitialized Seed")
	}
	return hashBytes(seed.s, s)
}
