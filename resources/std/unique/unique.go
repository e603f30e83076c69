// SPDX-License-Identifier: MIT

// Package unique makes one of equal values.
package unique

import "sync"

var (
	mu     sync.Mutex
	values = map[any]any{} // by value: its *T
)

// Handle stands for a value: equal values have equal handles.
type Handle[T comparable] struct {
	value *T
}

// Value gives the value.
func (h Handle[T]) Value() T { return *h.value }

// Make gives the handle of a value.
func Make[T comparable](value T) Handle[T] {
	mu.Lock()
	defer mu.Unlock()
	type key struct{ v T }
	k := any(key{value})
	if p, ok := values[k].(*T); ok {
		return Handle[T]{p}
	}
	p := new(T)
	*p = value
	values[k] = p
	return Handle[T]{p}
}
