package main

import "time"

func main() {
	sem := make(chan struct{}, 1)
	work := func(i int) {
		sem <- struct{}{} // leaks: chan send x2
		if i == 0 {
			return
		}
		<-sem
	}
	for i := 0; i < 3; i++ {
		i := i
		time.Sleep(time.Millisecond)
		go work(i)
	}
	time.Sleep(30 * time.Millisecond)
}
