// SPDX-License-Identifier: MIT
package palette

import "math/rand"

// dice sends random numbers from 1 to sides, then closes.
//
//sluice:title Random
//sluice:category source
//sluice:use dice(nil, 6, 10)
func dice(out chan<- int, sides, throws int) {
	defer close(out)
	for i := 0; i < throws; i++ {
		out <- 1 + rand.Intn(sides)
	}
}
