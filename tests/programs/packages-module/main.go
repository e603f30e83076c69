// Packages in folders below a go.mod: initialisation in the order of imports, unexported names, methods across packages.
package main

import (
	"errors"
	"fmt"

	"example.com/packages/shape"
	. "example.com/packages/shape/area"
)

var first = shape.Note("main's variable")

type square struct{ shape.Named }

func (square) Area() float64 { return 4 }

func init() { shape.Note("main's init") }

func main() {
	fmt.Println(shape.Notes())
	fmt.Println(Of(shape.New("disc", 2)), Of(square{shape.Named{Name: "square"}}))
	_, hidden := interface{}(struct{ x int }{1}).(interface{ hidden() })
	fmt.Println(hidden, shape.IsHidden(struct{ x int }{1}))
	_, err := Check(-1)
	fmt.Println(err, errors.Is(err, ErrNegative), first)
	defer func() { fmt.Println(recover()) }()
	_ = shape.Hidden().(struct{ x int })
}

// Output:
// [area shape main's variable main's init]
// disc 12.0 square 4.0
// false true
// area: negative true 3
// interface conversion: interface {} is struct { x int }, not struct { x int } (types from different packages)
