// SPDX-License-Identifier: MIT

// Package reader tests the infinite reader of the Tour of Go.
package reader

import (
	"fmt"
	"io"
	"os"
)

// Validate checks that a Reader gives nothing but 'A'.
func Validate(r io.Reader) {
	b := make([]byte, 1024)
	i, n := 0, 0
	for ; i < 1<<20 && n < 1<<20; i++ {
		k, err := r.Read(b)
		for j, c := range b[:k] {
			if c != 'A' {
				fmt.Fprintf(os.Stderr, "got byte %x at offset %v, want 'A'\n", c, n+j)
				return
			}
		}
		n += k
		if err != nil {
			fmt.Fprintf(os.Stderr, "read error: %v\n", err)
			return
		}
	}
	if n == 0 {
		fmt.Fprintf(os.Stderr, "read zero bytes after %d Read calls\n", i)
		return
	}
	fmt.Println("OK!")
}
