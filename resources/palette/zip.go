// SPDX-License-Identifier: MIT
package palette

// zip joins one value of each input, and ends with the shorter one.
//
//sluice:title Zip
//sluice:category flow
//sluice:use zip(nil, nil, nil, func(a, b int) int { return a + b })
func zip[A, B, C any](as <-chan A, bs <-chan B, out chan<- C, join func(A, B) C) {
	for a := range as {
		b, ok := <-bs
		if !ok {
			break
		}
		out <- join(a, b)
	}
	close(out)
	for range as { // let the longer one finish
	}
	for range bs {
	}
}
