// An uncaught error is told by its Error method.
package main

import "fmt"

type failure struct{ code int }

func (f *failure) Error() string { return fmt.Sprintf("failure %d", f.code) }

func main() {
	defer fmt.Println("deferred")
	panic(&failure{7})
}

// Output:
// deferred
// Stderr: panic: failure 7
// Exit: 2
