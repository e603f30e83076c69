// Class: maps and fmt
package main

import "fmt"

type point struct {
	X, Y int
	Name string
}

func main() {
	length := 0
	for i := 0; i < 700000; i++ {
		length += len(fmt.Sprintf("%d %s %v %6.2f %+v", i, "abc", true, float64(i)/7, point{i, -i, "p"}))
	}
	fmt.Println(length)
}
