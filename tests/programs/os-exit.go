package main

import (
	"fmt"
	"os"
)

func main() {
	defer fmt.Println("deferred calls do not run")
	go func() { select {} }()
	fmt.Fprintln(os.Stderr, "to standard error")
	fmt.Fprint(os.Stdout, "no newline at the end")
	os.Exit(3)
}

// Output:
// no newline at the end
// Stderr: to standard error
// Exit: 3
