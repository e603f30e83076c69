// SPDX-License-Identifier: MIT
package palette

import "time"

// ticks sends 1, 2, 3 at a steady pace, then closes.
// A tick that nobody takes in time is late, not lost: the ticker waits for the send.
//
//sluice:title Ticker
//sluice:category source
//sluice:use ticks(nil, 100*time.Millisecond, 10)
func ticks(out chan<- int, pace time.Duration, count int) {
	defer close(out)
	ticker := time.NewTicker(pace)
	defer ticker.Stop()
	for n := 1; n <= count; n++ {
		<-ticker.C
		out <- n
	}
}
