// Dining philosophers
//
// Five philosophers, five forks, and everyone takes the left fork first: once each holds one, nobody can ever eat.
// The run ends in a deadlock; follow the waits around the table and you are back where you began.
package main

import (
	"fmt"
	"sync"
)

func philosopher(id int, left, right chan bool, ready, wg *sync.WaitGroup) {
	defer wg.Done()
	<-left
	fmt.Println("philosopher", id, "has the left fork")
	ready.Done()
	ready.Wait()
	<-right
	fmt.Println("philosopher", id, "eats")
	right <- true
	left <- true
}

func main() {
	const n = 5
	forks := make([]chan bool, n)
	for i := range forks {
		forks[i] = make(chan bool, 1)
		forks[i] <- true
	}
	var ready, wg sync.WaitGroup
	ready.Add(n)
	wg.Add(n)
	for i := 0; i < n; i++ {
		go philosopher(i, forks[i], forks[(i+1)%n], &ready, &wg)
	}
	wg.Wait()
}
