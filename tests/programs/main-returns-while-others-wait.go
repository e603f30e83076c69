package main

import "fmt"

func main() {
	c := make(chan int)
	for i := 0; i < 10; i++ {
		go func() { <-c }()
		go func() { select {} }()
	}
	go func() {
		for {
		}
	}()
	fmt.Println("main ends")
}

// Output:
// main ends
