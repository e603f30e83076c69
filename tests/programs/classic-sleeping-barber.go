package main

import (
	"fmt"
	"sync"
)

func main() {
	chairs := make(chan chan bool, 3)
	turnedAway, served := 0, 0
	var mu sync.Mutex
	closed := make(chan bool)
	go func() {
		defer close(closed)
		for customer := range chairs {
			served++
			customer <- true
		}
	}()
	var wg sync.WaitGroup
	for i := 0; i < 200; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			me := make(chan bool)
			select {
			case chairs <- me:
				<-me
			default:
				mu.Lock()
				turnedAway++
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	close(chairs)
	<-closed
	fmt.Println(served+turnedAway, served > 0)
	// smokers: an agent hands out two of three things; who has the third goes on
	var offer [3]chan bool
	for i := range offer {
		offer[i] = make(chan bool)
	}
	smoked := make(chan int)
	for i := range offer {
		go func(i int) {
			for range offer[i] {
				smoked <- i
			}
		}(i)
	}
	var counts [3]int
	for r := 0; r < 30; r++ {
		offer[r*r%3] <- true
		counts[<-smoked]++
	}
	fmt.Println(counts)
	// H2O: two hydrogens and an oxygen
	h, o, water := make(chan bool), make(chan bool), make(chan bool)
	go func() {
		for i := 0; i < 10; i++ {
			<-h
			<-o
			<-h
			water <- true
		}
		close(water)
	}()
	for i := 0; i < 20; i++ {
		go func() { h <- true }()
	}
	for i := 0; i < 10; i++ {
		go func() { o <- true }()
	}
	k := 0
	for range water {
		k++
	}
	fmt.Println(k)
}

// Output:
// 200 true
// [10 20 0]
// 10
