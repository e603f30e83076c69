// Ticker
//
// A ticker sends the time on its channel at a steady pace, and drops a tick nobody is there to take.
// One at a time the clock is virtual: it jumps to the next tick when nobody else can move.
package main

import (
	"fmt"
	"time"
)

func main() {
	ticker := time.NewTicker(50 * time.Millisecond)
	defer ticker.Stop()
	done := make(chan bool)
	go func() {
		time.Sleep(225 * time.Millisecond)
		done <- true
	}()
	ticks := 0
	for {
		select {
		case <-ticker.C:
			ticks++
			fmt.Println("tick", ticks)
		case <-done:
			fmt.Println("done")
			return
		}
	}
}
