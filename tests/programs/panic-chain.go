// Panics in deferred calls are told in order.
package main

func main() {
	defer func() { panic("third") }()
	defer func() {
		recover()
		panic("second")
	}()
	panic("first")
}

// Stderr: panic: first [recovered]
// Exit: 2
