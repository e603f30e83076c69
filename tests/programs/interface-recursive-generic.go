// Interface literals that mention themselves, one through a type argument, one through a type parameter.
package main

import "fmt"

type P[E any] interface {
	m() interface{ P[E] }
}
type X[E any] struct{ e E }

func (X[E]) m() interface{ P[E] } { return X[E]{} }

func g[E any](e E) interface{ P[E] } {
	var v interface{ P[E] } = X[E]{e}
	return v.m()
}

type Y struct{}

func (Y) m() interface{ P[int] } { return g(3) }
func main() {
	var q interface{ P[int] } = X[int]{}
	q = g(4)
	q = Y{}
	fmt.Println(q.m())
	var z P[int] = q
	fmt.Println(z.m().m())
	z = Y{}
	fmt.Println(z.m().m())
}

// Output:
// {0}
// {0}
// {0}
// Differs: its compiler does not end
