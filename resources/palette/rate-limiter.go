// SPDX-License-Identifier: MIT
package palette

import "time"

// limitRate passes on at most one value in each interval.
//
//sluice:title Rate limiter
//sluice:category time
//sluice:use limitRate[int](nil, nil, 50*time.Millisecond)
func limitRate[T any](in <-chan T, out chan<- T, interval time.Duration) {
	defer close(out)
	ticker := time.NewTicker(interval)
	defer ticker.Stop()
	for v := range in {
		<-ticker.C
		out <- v
	}
}
