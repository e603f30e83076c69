// SPDX-License-Identifier: MIT

// Package iter has the types of iterators, and turns them from push to pull.
package iter

import (
	"runtime"
	"unsafe"
)

// Seq yields values until yield says false.
type Seq[V any] func(yield func(V) bool)

// Seq2 yields pairs until yield says false.
type Seq2[K, V any] func(yield func(K, V) bool)

func coroNew(f func()) unsafe.Pointer
func coroSwitch(c unsafe.Pointer)
func coroExit(c unsafe.Pointer)

// pull is the state that both sides of a Pull share; only one of them runs at a time.
type pull struct {
	c         unsafe.Pointer
	done      bool
	yieldNext bool
	seqDone   bool
	panicked  bool
	value     any
	exited    bool // by Goexit
}

func (p *pull) start(run func()) {
	p.c = coroNew(func() {
		normal := false
		defer func() {
			if r := recover(); r != nil {
				p.panicked = true
				p.value = r
			} else if !normal {
				p.exited = true
			}
			p.done = true
			p.seqDone = true
			coroExit(p.c)
		}()
		if !p.done {
			run()
		}
		normal = true
	})
}

// resume runs the iterator until it yields or ends.
func (p *pull) resume() {
	coroSwitch(p.c)
	if p.panicked {
		p.panicked = false
		panic(p.value)
	}
	if p.exited {
		p.exited = false
		runtime.Goexit()
	}
}

func (p *pull) yielded() bool {
	if p.done {
		return false
	}
	if !p.yieldNext {
		panic("iter.Pull: yield called again before next")
	}
	p.yieldNext = false
	coroSwitch(p.c)
	return !p.done
}

// Pull makes an iterator whose values are asked for one by one.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	var (
		p  = &pull{}
		v  V
		ok bool
	)
	p.start(func() {
		seq(func(v1 V) bool {
			if p.done {
				return false
			}
			v, ok = v1, true
			return p.yielded()
		})
		var zero V
		v, ok = zero, false
	})
	next = func() (V, bool) {
		var zero V
		if p.done {
			return zero, false
		}
		if p.yieldNext {
			panic("iter.Pull: next called again before yield")
		}
		p.yieldNext = true
		v, ok = zero, false
		p.resume()
		v1 := v
		v = zero
		return v1, ok
	}
	stop = func() {
		if !p.done {
			p.done = true
			p.resume()
		}
	}
	return next, stop
}

// Pull2 makes an iterator whose pairs are asked for one by one.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	var (
		p  = &pull{}
		k  K
		v  V
		ok bool
	)
	p.start(func() {
		seq(func(k1 K, v1 V) bool {
			if p.done {
				return false
			}
			k, v, ok = k1, v1, true
			return p.yielded()
		})
		ok = false
	})
	next = func() (K, V, bool) {
		var zeroK K
		var zeroV V
		if p.done {
			return zeroK, zeroV, false
		}
		if p.yieldNext {
			panic("iter.Pull2: next called again before yield")
		}
		p.yieldNext = true
		k, v, ok = zeroK, zeroV, false
		p.resume()
		if !ok {
			return zeroK, zeroV, false
		}
		return k, v, true
	}
	stop = func() {
		if !p.done {
			p.done = true
			p.resume()
		}
	}
	return next, stop
}
