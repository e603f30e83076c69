// Interface literals that mention themselves through a type that they embed: identical wherever they stand.
package main

import "fmt"

type T interface{ m() interface{ T } }

type I struct{ n int }

func (i I) m() interface{ T } { return I{i.n + 1} }

func main() {
	var t T = I{1}
	var x interface{ T } = t.m()
	var y interface{ m() interface{ T } } = x
	_, ok := interface{}(x).(interface{ m() interface{ T } })
	fmt.Println(x.m().m(), y == x, ok)
}

// Output:
// {4} true true
// Differs: its linker removes a method that is called
