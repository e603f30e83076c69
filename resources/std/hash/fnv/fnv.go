// SPDX-License-Identifier: MIT

// Package fnv has the hash functions of Fowler, Noll and Vo.
package fnv

import (
	"hash"
	"math/bits"
)

type sum32 uint32

// New32 makes a Hash32 by FNV-1.
func New32() hash.Hash32 {
	s := sum32(2166136261)
	return &s
}

func (s *sum32) Write(data []byte) (int, error) {
	h := uint32(*s)
	for _, c := range data {
		h *= 16777619
		h ^= uint32(c)
	}
	*s = sum32(h)
	return len(data), nil
}

func (s *sum32) Reset()         { *s = 2166136261 }
func (s *sum32) Size() int      { return 4 }
func (s *sum32) BlockSize() int { return 1 }
func (s *sum32) Sum32() uint32  { return uint32(*s) }
func (s *sum32) Sum(in []byte) []byte {
	for shift := 24; shift >= 0; shift -= 8 {
		in = append(in, byte(*s>>shift))
	}
	return in
}

type sum32a uint32

// New32a makes a Hash32 by FNV-1a.
func New32a() hash.Hash32 {
	s := sum32a(2166136261)
	return &s
}

func (s *sum32a) Write(data []byte) (int, error) {
	h := uint32(*s)
	for _, c := range data {
		h ^= uint32(c)
		h *= 16777619
	}
	*s = sum32a(h)
	return len(data), nil
}

func (s *sum32a) Reset()         { *s = 2166136261 }
func (s *sum32a) Size() int      { return 4 }
func (s *sum32a) BlockSize() int { return 1 }
func (s *sum32a) Sum32() uint32  { return uint32(*s) }
func (s *sum32a) Sum(in []byte) []byte {
	for shift := 24; shift >= 0; shift -= 8 {
		in = append(in, byte(*s>>shift))
	}
	return in
}

type sum64 uint64

// New64 makes a Hash64 by FNV-1.
func New64() hash.Hash64 {
	s := sum64(14695981039346656037)
	return &s
}

func (s *sum64) Write(data []byte) (int, error) {
	h := uint64(*s)
	for _, c := range data {
		h *= 1099511628211
		h ^= uint64(c)
	}
	*s = sum64(h)
	return len(data), nil
}

func (s *sum64) Reset()         { *s = 14695981039346656037 }
func (s *sum64) Size() int      { return 8 }
func (s *sum64) BlockSize() int { return 1 }
func (s *sum64) Sum64() uint64  { return uint64(*s) }
func (s *sum64) Sum(in []byte) []byte {
	for shift := 56; shift >= 0; shift -= 8 {
		in = append(in, byte(*s>>shift))
	}
	return in
}

type sum64a uint64

// New64a makes a Hash64 by FNV-1a.
func New64a() hash.Hash64 {
	s := sum64a(14695981039346656037)
	return &s
}

func (s *sum64a) Write(data []byte) (int, error) {
	h := uint64(*s)
	for _, c := range data {
		h ^= uint64(c)
		h *= 1099511628211
	}
	*s = sum64a(h)
	return len(data), nil
}

func (s *sum64a) Reset()         { *s = 14695981039346656037 }
func (s *sum64a) Size() int      { return 8 }
func (s *sum64a) BlockSize() int { return 1 }
func (s *sum64a) Sum64() uint64  { return uint64(*s) }
func (s *sum64a) Sum(in []byte) []byte {
	for shift := 56; shift >= 0; shift -= 8 {
		in = append(in, byte(*s>>shift))
	}
	return in
}

// sum128 is a hash of two words, the higher one first.
type sum128 struct {
	hi, lo uint64
	first  bool // FNV-1a: the byte goes in before the product
}

func (s *sum128) Reset() { s.hi, s.lo = 0x6c62272e07bb0142, 0x62b821756295c58d }

// New128 makes a Hash by FNV-1.
func New128() hash.Hash {
	s := &sum128{}
	s.Reset()
	return s
}

// New128a makes a Hash by FNV-1a.
func New128a() hash.Hash {
	s := &sum128{first: true}
	s.Reset()
	return s
}

func (s *sum128) Write(data []byte) (int, error) {
	const low = 0x13b // the prime is 1<<88 + low
	for _, c := range data {
		if s.first {
			s.lo ^= uint64(c)
		}
		hi, lo := bits.Mul64(low, s.lo)
		s.hi, s.lo = hi+s.lo<<24+low*s.hi, lo
		if !s.first {
			s.lo ^= uint64(c)
		}
	}
	return len(data), nil
}

func (s *sum128) Size() int      { return 16 }
func (s *sum128) BlockSize() int { return 1 }
func (s *sum128) Sum(in []byte) []byte {
	for _, w := range [2]uint64{s.hi, s.lo} {
		for shift := 56; shift >= 0; shift -= 8 {
			in = append(in, byte(w>>shift))
		}
	}
	return in
}
