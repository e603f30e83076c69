package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Wait()
	res := make([]int, 5)
	for i := range res {
		wg.Add(1)
		go func(i int) { defer wg.Done(); res[i] = i + 1 }(i)
	}
	wg.Wait()
	fmt.Println(res)
	// reuse, nested Add, several waiters
	wg.Add(1)
	started := make(chan bool, 3)
	var waiters sync.WaitGroup
	woken := 0
	var mu sync.Mutex
	for i := 0; i < 3; i++ {
		waiters.Add(1)
		go func() {
			defer waiters.Done()
			started <- true
			wg.Wait()
			mu.Lock()
			woken++
			mu.Unlock()
		}()
	}
	for i := 0; i < 3; i++ {
		<-started
	}
	wg.Done()
	waiters.Wait()
	fmt.Println(woken)
	var tree func(int)
	n := 0
	tree = func(d int) {
		defer wg.Done()
		mu.Lock()
		n++
		mu.Unlock()
		if d > 0 {
			wg.Add(2)
			go tree(d - 1)
			go tree(d - 1)
		}
	}
	wg.Add(1)
	go tree(6)
	wg.Wait()
	fmt.Println(n)
	wg.Add(5)
	wg.Add(-4)
	wg.Done()
	wg.Wait()
	p := &sync.WaitGroup{}
	p.Add(1)
	go func(w *sync.WaitGroup) { w.Done() }(p)
	p.Wait()
	defer func() { fmt.Println(recover()) }()
	wg.Done()
}

// Output:
// [1 2 3 4 5]
// 3
// 127
// sync: negative WaitGroup counter
