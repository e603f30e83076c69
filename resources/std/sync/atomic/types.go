// SPDX-License-Identifier: MIT

package atomic

import "unsafe"

// Methods without a body are the machine's own; they know only the word with which each type begins.

type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}

// Int32 is an int32 with indivisible operations.
type Int32 struct {
	_ noCopy
	v int32
}

// Load reads the value.
func (x *Int32) Load() int32

// Store writes the value.
func (x *Int32) Store(val int32)

// Swap writes new and gives the old value.
func (x *Int32) Swap(new int32) (old int32)

// CompareAndSwap writes new if the value is old.
func (x *Int32) CompareAndSwap(old, new int32) (swapped bool)

// Add adds delta and gives the new value.
func (x *Int32) Add(delta int32) (new int32)

// And keeps the bits of mask and gives the old value.
func (x *Int32) And(mask int32) (old int32)

// Or sets the bits of mask and gives the old value.
func (x *Int32) Or(mask int32) (old int32)

// Int64 is an int64 with indivisible operations.
type Int64 struct {
	_ noCopy
	v int64
}

// Load reads the value.
func (x *Int64) Load() int64

// Store writes the value.
func (x *Int64) Store(val int64)

// Swap writes new and gives the old value.
func (x *Int64) Swap(new int64) (old int64)

// CompareAndSwap writes new if the value is old.
func (x *Int64) CompareAndSwap(old, new int64) (swapped bool)

// Add adds delta and gives the new value.
func (x *Int64) Add(delta int64) (new int64)

// And keeps the bits of mask and gives the old value.
func (x *Int64) And(mask int64) (old int64)

// Or sets the bits of mask and gives the old value.
func (x *Int64) Or(mask int64) (old int64)

// Uint32 is a uint32 with indivisible operations.
type Uint32 struct {
	_ noCopy
	v uint32
}

// Load reads the value.
func (x *Uint32) Load() uint32

// Store writes the value.
func (x *Uint32) Store(val uint32)

// Swap writes new and gives the old value.
func (x *Uint32) Swap(new uint32) (old uint32)

// CompareAndSwap writes new if the value is old.
func (x *Uint32) CompareAndSwap(old, new uint32) (swapped bool)

// Add adds delta and gives the new value.
func (x *Uint32) Add(delta uint32) (new uint32)

// And keeps the bits of mask and gives the old value.
func (x *Uint32) And(mask uint32) (old uint32)

// Or sets the bits of mask and gives the old value.
func (x *Uint32) Or(mask uint32) (old uint32)

// Uint64 is a uint64 with indivisible operations.
type Uint64 struct {
	_ noCopy
	v uint64
}

// Load reads the value.
func (x *Uint64) Load() uint64

// Store writes the value.
func (x *Uint64) Store(val uint64)

// Swap writes new and gives the old value.
func (x *Uint64) Swap(new uint64) (old uint64)

// CompareAndSwap writes new if the value is old.
func (x *Uint64) CompareAndSwap(old, new uint64) (swapped bool)

// Add adds delta and gives the new value.
func (x *Uint64) Add(delta uint64) (new uint64)

// And keeps the bits of mask and gives the old value.
func (x *Uint64) And(mask uint64) (old uint64)

// Or sets the bits of mask and gives the old value.
func (x *Uint64) Or(mask uint64) (old uint64)

// Uintptr is a uintptr with indivisible operations.
type Uintptr struct {
	_ noCopy
	v uintptr
}

// Load reads the value.
func (x *Uintptr) Load() uintptr

// Store writes the value.
func (x *Uintptr) Store(val uintptr)

// Swap writes new and gives the old value.
func (x *Uintptr) Swap(new uintptr) (old uintptr)

// CompareAndSwap writes new if the value is old.
func (x *Uintptr) CompareAndSwap(old, new uintptr) (swapped bool)

// Add adds delta and gives the new value.
func (x *Uintptr) Add(delta uintptr) (new uintptr)

// And keeps the bits of mask and gives the old value.
func (x *Uintptr) And(mask uintptr) (old uintptr)

// Or sets the bits of mask and gives the old value.
func (x *Uintptr) Or(mask uintptr) (old uintptr)

// Bool is a bool with indivisible operations.
type Bool struct {
	_ noCopy
	v uint32
}

// Load reads the value.
func (x *Bool) Load() bool

// Store writes the value.
func (x *Bool) Store(val bool)

// Swap writes new and gives the old value.
func (x *Bool) Swap(new bool) (old bool)

// CompareAndSwap writes new if the value is old.
func (x *Bool) CompareAndSwap(old, new bool) (swapped bool)

// Pointer is a *T with indivisible operations.
type Pointer[T any] struct {
	_ [0]*T
	_ noCopy
	v unsafe.Pointer
}

// Load reads the pointer.
func (x *Pointer[T]) Load() *T { return (*T)(LoadPointer(&x.v)) }

// Store writes the pointer.
func (x *Pointer[T]) Store(val *T) { storePointer(&x.v, unsafe.Pointer(val)) }

// Swap writes new and gives the old pointer.
func (x *Pointer[T]) Swap(new *T) (old *T) { return (*T)(swapPointer(&x.v, unsafe.Pointer(new))) }

// CompareAndSwap writes new if the pointer is old.
func (x *Pointer[T]) CompareAndSwap(old, new *T) (swapped bool) {
	return compareAndSwapPointer(&x.v, unsafe.Pointer(old), unsafe.Pointer(new))
}

// Value holds values of one type. It points to a copy that never changes.
type Value struct {
	v unsafe.Pointer // *any
}

func sameType(a, b any) bool

// Load gives the value stored last, or nil.
func (v *Value) Load() (val any) {
	if p := (*any)(LoadPointer(&v.v)); p != nil {
		return *p
	}
	return nil
}

func (v *Value) check(val any, what string) {
	if val == nil {
		panic("sync/atomic: " + what + " of nil value into Value")
	}
	if old := v.Load(); old != nil && !sameType(old, val) {
		panic("sync/atomic: " + what + " of inconsistently typed value into Value")
	}
}

// Store sets the value.
func (v *Value) Store(val any) {
	v.check(val, "store")
	storePointer(&v.v, unsafe.Pointer(&val))
}

// Swap sets the value and gives the one before.
func (v *Value) Swap(new any) (old any) {
	v.check(new, "swap")
	if p := (*any)(swapPointer(&v.v, unsafe.Pointer(&new))); p != nil {
		return *p
	}
	return nil
}

// CompareAndSwap sets the value if it is old.
func (v *Value) CompareAndSwap(old, new any) (swapped bool) {
	if new == nil {
		panic("sync/atomic: compare and swap of nil value into Value")
	}
	if old != nil && !sameType(old, new) {
		panic("sync/atomic: compare and swap of inconsistently typed values")
	}
	for {
		p := LoadPointer(&v.v)
		var now any
		if p != nil {
			now = *(*any)(p)
			if !sameType(now, new) {
				panic("sync/atomic: compare and swap of inconsistently typed value into Value")
			}
		}
		if now != old {
			return false
		}
		if compareAndSwapPointer(&v.v, p, unsafe.Pointer(&new)) {
			return true
		}
	}
}
