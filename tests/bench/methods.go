// Class: calls
package main

import "fmt"

type shape interface{ area(scale int) int }

type square struct{ side int }
type box struct{ w, h int }
type wrapped struct{ *box }

func (s square) area(scale int) int { return s.side * s.side * scale }
func (b *box) area(scale int) int   { return b.w * b.h * scale }

func main() {
	shapes := []shape{square{3}, &box{2, 5}, wrapped{&box{4, 4}}, square{1}}
	sum := 0
	for i := 0; i < 25000000; i++ {
		sum += shapes[i&3].area(i & 1)
	}
	fmt.Println(sum)
}
