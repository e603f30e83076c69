// Several packages in one folder, imported by the names of their files.
package main

import (
	"fmt"

	"./stack"
	q "./queue"
)

func main() {
	var s stack.Of[int]
	var t q.Of[string]
	for i := 0; i < 3; i++ {
		s.Push(i)
		t.Push(fmt.Sprint("n", i))
	}
	fmt.Println(s.Pop(), s.Len(), t.Pop(), t.Len())
	fmt.Printf("%T %T\n", s, t)
}

// Output:
// 2 2 n0 2
// stack.Of[int] fifo.Of[string]
// Differs: go run wants a folder for each package
