// SPDX-License-Identifier: MIT

// Package rand has random bytes. They are choices of the run, and no secret.
package rand

import "io"

func random() uint64

type reader struct{}

func (reader) Read(b []byte) (n int, err error) {
	for i := 0; i < len(b); i += 8 {
		x := random()
		for j := i; j < i+8 && j < len(b); j++ {
			b[j] = byte(x)
			x >>= 8
		}
	}
	return len(b), nil
}

// Reader gives random bytes.
var Reader io.Reader = reader{}

// Read fills b.
func Read(b []byte) (n int, err error) { return Reader.Read(b) }

// Text gives a random string of 26 letters and digits.
func Text() string {
	b := make([]byte, 26)
	Read(b)
	for i := range b {
		b[i] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[b[i]%32]
	}
	return string(b)
}
