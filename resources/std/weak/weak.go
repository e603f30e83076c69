// SPDX-License-Identifier: MIT

// Package weak has pointers that do not keep what they point to.
package weak

// Pointer is a weak pointer. Here it keeps its object alive: Value never gives nil for a pointer that was not nil,
// which a program has to expect of a collector that has not run.
type Pointer[T any] struct {
	_ [0]*T
	p *T
}

// Make makes a weak pointer; equal pointers give equal ones.
func Make[T any](ptr *T) Pointer[T] { return Pointer[T]{p: ptr} }

// Value gives the pointer.
func (p Pointer[T]) Value() *T { return p.p }
