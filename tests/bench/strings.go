// Class: allocation
package main

import (
	"fmt"
	"strings"
)

func main() {
	total := 0
	for round := 0; round < 120000; round++ {
		var b strings.Builder
		for i := 0; i < 20; i++ {
			b.WriteString("field")
			b.WriteByte(byte('a' + i))
			b.WriteByte(',')
		}
		for _, part := range strings.Split(b.String(), ",") {
			total += len(part + "!")
		}
	}
	fmt.Println(total)
}
