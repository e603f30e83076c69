// Line directives: positions that the program asks for, and traces, are those that the comments tell.
package main

import (
	"fmt"
	"runtime"
)

func where() string {
	_, file, line, _ := runtime.Caller(1)
	return fmt.Sprint(file, ":", line)
}

func main() {
//line /generated/parser.y:123
	fmt.Println(where())
	fmt.Println(where())
//line :7
	fmt.Println(where())
	fmt.Println( /*line /other.go:20:5*/ where())
	fmt.Println(where())
	// line /no/directive.go:1
	//line /not/in/the/first/column.go:1
	fmt.Println(where())
//line /last.go:1000
	panic("x")
}

// Output:
// /generated/parser.y:123
// /generated/parser.y:124
// ??:7
// /other.go:20
// /other.go:21
// /other.go:24
// Stderr: panic: x
// Exit: 2
