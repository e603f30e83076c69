package main

import (
	"errors"
	"fmt"
)

type E struct{ n int }

func (e E) Error() string { return fmt.Sprint("E", e.n) }

func main() {
	a, b := errors.New("a"), E{2}
	j := errors.Join(a, nil, b)
	fmt.Println(j)
	fmt.Println(errors.Is(j, a), errors.Is(j, E{2}), errors.Is(j, E{3}))
	var e E
	fmt.Println(errors.As(j, &e), e.n, errors.Unwrap(j))
	fmt.Println(errors.Join(nil, nil) == nil, errors.Join() == nil)
	w := fmt.Errorf("two: %w and %w", a, b)
	fmt.Println(w, errors.Is(w, a), errors.Is(w, b), errors.Unwrap(w))
	fmt.Println(errors.Is(fmt.Errorf("x: %w", errors.Join(errors.New("q"), fmt.Errorf("y: %w", a))), a))
	fmt.Printf("%q\n", errors.Join(a, a).Error())
	fmt.Println(len(j.(interface{ Unwrap() []error }).Unwrap()))
}

// Needs: go1.20
// Output:
// a
// E2
// true true false
// true 2 <nil>
// true true
// two: a and E2 true true <nil>
// true
// "a\na"
// 2
