// SPDX-License-Identifier: MIT

// Package crc32 has cyclic redundancy checks of 32 bits.
package crc32

import (
	"hash"
	"sync"
)

// Size is the size of a checksum in bytes.
const Size = 4

// Polynomials, reversed.
const (
	IEEE       = 0xedb88320
	Castagnoli = 0x82f63b78
	Koopman    = 0xeb31d82e
)

// Table is the table of a polynomial.
type Table [256]uint32

var (
	ieeeOnce sync.Once
	// IEEETable is the table of IEEE; it is made at first use.
	IEEETable = new(Table)
)

func fill(t *Table, poly uint32) {
	for i := range t {
		crc := uint32(i)
		for j := 0; j < 8; j++ {
			if crc&1 == 1 {
				crc = crc>>1 ^ poly
			} else {
				crc >>= 1
			}
		}
		t[i] = crc
	}
}

// MakeTable makes the table of a polynomial.
func MakeTable(poly uint32) *Table {
	if poly == IEEE {
		ieeeOnce.Do(func() { fill(IEEETable, IEEE) })
		return IEEETable
	}
	t := new(Table)
	fill(t, poly)
	return t
}

// Update adds bytes to a checksum.
func Update(crc uint32, tab *Table, p []byte) uint32 {
	if tab == IEEETable {
		MakeTable(IEEE)
	}
	crc = ^crc
	for _, v := range p {
		crc = tab[byte(crc)^v] ^ crc>>8
	}
	return ^crc
}

// Checksum gives the checksum of data.
func Checksum(data []byte, tab *Table) uint32 { return Update(0, tab, data) }

// ChecksumIEEE gives the checksum of data by IEEE.
func ChecksumIEEE(data []byte) uint32 { return Update(0, IEEETable, data) }

type digest struct {
	crc uint32
	tab *Table
}

// New makes a Hash32 with a table.
func New(tab *Table) hash.Hash32 { return &digest{0, tab} }

// NewIEEE makes a Hash32 by IEEE.
func NewIEEE() hash.Hash32 { return New(IEEETable) }

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 1 }
func (d *digest) Reset()         { d.crc = 0 }
func (d *digest) Sum32() uint32  { return d.crc }
func (d *digest) Write(p []byte) (n int, err error) {
	d.crc = Update(d.crc, d.tab, p)
	return len(p), nil
}
func (d *digest) Sum(in []byte) []byte {
	return append(in, byte(d.crc>>24), byte(d.crc>>16), byte(d.crc>>8), byte(d.crc))
}
