// Many writers, one reader
//
// Three sensors share one channel without any lock: the channel takes one value at a time, whoever comes first.
// The last one to finish closes it, which is what the wait group is for.
package main

import (
	"fmt"
	"sync"
)

func sensor(id int, readings chan<- int, wg *sync.WaitGroup) {
	defer wg.Done()
	for i := 1; i <= 3; i++ {
		readings <- 10*id + i
	}
}

func main() {
	readings := make(chan int)
	var wg sync.WaitGroup
	for id := 1; id <= 3; id++ {
		wg.Add(1)
		go sensor(id, readings, &wg)
	}
	go func() {
		wg.Wait()
		close(readings)
	}()
	sum := 0
	for r := range readings {
		sum += r
	}
	fmt.Println("sum of 9 readings:", sum)
}
