// SPDX-License-Identifier: MIT
package palette

// sequence puts values back into order: number tells the place of each, counted from first.
//
//sluice:title Sequencer
//sluice:category flow
//sluice:use sequence(nil, nil, 1, func(v int) int { return v })
func sequence[T any](in <-chan T, out chan<- T, first int, number func(T) int) {
	defer close(out)
	early := make(map[int]T)
	next := first
	for v := range in {
		early[number(v)] = v
		for {
			v, ok := early[next]
			if !ok {
				break
			}
			out <- v
			delete(early, next)
			next++
		}
	}
}
