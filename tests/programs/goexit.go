package main

import (
	"fmt"
	"runtime"
	"sync"
)

func leaf() {
	defer fmt.Println("leaf deferred")
	runtime.Goexit()
	fmt.Println("not reached")
}

func main() {
	var wg sync.WaitGroup
	run := func(name string, f func()) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer fmt.Println(name, "outer deferred")
			f()
			fmt.Println(name, "returned")
		}()
		wg.Wait()
	}
	run("plain", leaf)
	run("recover sees nil", func() {
		defer func() { fmt.Println("recover:", recover()) }()
		runtime.Goexit()
	})
	run("goexit during panic", func() {
		defer func() { fmt.Println("recover:", recover()) }()
		defer runtime.Goexit()
		panic("lost")
	})
	run("panic in deferred during goexit", func() {
		defer func() { fmt.Println("recover:", recover()) }()
		defer func() { panic("while exiting") }()
		runtime.Goexit()
	})
	run("nested", func() {
		defer func() {
			defer fmt.Println("inner deferred")
			runtime.Goexit()
		}()
		fmt.Println("body")
	})
	run("normal", func() {})
	c := make(chan int)
	go func() {
		defer close(c)
		func() {
			defer func() { c <- 1 }()
			runtime.Goexit()
		}()
	}()
	for v := range c {
		fmt.Println(v)
	}
}

// Output:
// leaf deferred
// plain outer deferred
// recover: <nil>
// recover sees nil outer deferred
// recover: <nil>
// goexit during panic outer deferred
// recover: while exiting
// panic in deferred during goexit outer deferred
// body
// inner deferred
// nested outer deferred
// normal returned
// normal outer deferred
// 1
