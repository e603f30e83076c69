package main

import "time"

func main() {
	done := make(chan bool)
	t := time.NewTicker(time.Millisecond)
	go func() {
		for {
			select {
			case <-t.C:
			case <-done:
				t.Stop()
				return
			}
		}
	}()
	time.Sleep(10 * time.Millisecond)
	done <- true
}
