// Methods belong to defined types, not to generic aliases nor to instances.
package p

type A[T any] = []T
type N[T any] struct{ x T }
type B[T any] = N[T]
type C = N[int]
type D = *N2
type N2 struct{}

func (a A[int]) foo()    {} // ERROR "cannot define new methods on generic alias type A\[T any\]"
func (b B[int]) foo()    {} // ERROR "cannot define new methods on generic alias type B\[T any\]"
func (c C) foo()         {} // ERROR "cannot define new methods on instantiated type N\[int\]"
func (n N[int]) foo(int) {}
func (d D) bar()         {}
func (n *N2) bar()       {} // ERROR "method N2.bar already declared at .*method-of-alias.go:15:12"

// Needs: go1.24
