// SPDX-License-Identifier: MIT
package palette

// window sends the last size values each time a new one has come.
//
//sluice:title Window
//sluice:category transform
//sluice:use window[int](nil, nil, 3)
func window[T any](in <-chan T, out chan<- []T, size int) {
	defer close(out)
	var last []T
	for v := range in {
		last = append(last, v)
		if len(last) > size {
			last = last[1:]
		}
		if len(last) == size {
			out <- append([]T(nil), last...) // a copy: the receiver may keep it
		}
	}
}
