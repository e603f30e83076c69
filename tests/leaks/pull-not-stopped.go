// SPDX-License-Identifier: MIT

// An iterator that was pulled from and left is no goroutine of the user's.
package main

import "iter"

func numbers(yield func(int) bool) {
	for i := 0; yield(i); i++ {
	}
}

func main() {
	next, _ := iter.Pull(iter.Seq[int](numbers))
	next()
	next()
}
