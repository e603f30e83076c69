// SPDX-License-Identifier: MIT

// Package sync has locks and what is built of them. The first field of each type is a word on which goroutines wait;
// who waits stands in a table of the machine. Methods without a body are the machine's own; they know only that word.
package sync

import "sync/atomic"

func condAdd(word *uint64) uint64
func condWait(word *uint64, ticket uint64)
func condSignal(word *uint64)
func condBroadcast(word *uint64)

type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}

// Locker can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

// Mutex lets one goroutine in at a time.
type Mutex struct {
	word uint64
}

// Lock waits until the mutex is free and takes it.
func (m *Mutex) Lock()

// TryLock takes the mutex if it is free.
func (m *Mutex) TryLock() bool

// Unlock frees the mutex.
func (m *Mutex) Unlock()

// RWMutex lets in one writer or any number of readers.
type RWMutex struct {
	word uint64
}

// Lock waits until nobody reads or writes.
func (rw *RWMutex) Lock()

// TryLock locks for writing if nobody reads or writes.
func (rw *RWMutex) TryLock() bool

// Unlock ends writing.
func (rw *RWMutex) Unlock()

// RLock waits until nobody writes or waits to write.
func (rw *RWMutex) RLock()

// TryRLock locks for reading if nobody writes or waits to write.
func (rw *RWMutex) TryRLock() bool

// RUnlock ends reading.
func (rw *RWMutex) RUnlock()

// RLocker is a Locker for reading.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }

// WaitGroup waits until its counter is zero.
type WaitGroup struct {
	noCopy noCopy
	word   uint64
}

// Add adds delta to the counter.
func (wg *WaitGroup) Add(delta int)

// Done takes one from the counter.
func (wg *WaitGroup) Done()

// Wait waits until the counter is zero.
func (wg *WaitGroup) Wait()

// Go calls f in a goroutine that the group waits for.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}

// Once runs one function once.
type Once struct {
	done atomic.Uint32
	m    Mutex
}

// Do calls f if no Do has been called before, and otherwise waits until that call is over.
func (o *Once) Do(f func()) {
	if o.done.Load() == 0 {
		o.doSlow(f)
	}
}

func (o *Once) doSlow(f func()) {
	o.m.Lock()
	defer o.m.Unlock()
	if o.done.Load() == 0 {
		defer o.done.Store(1)
		f()
	}
}

// OnceFunc makes a function that calls f only once; if f panics, each call panics with its value.
func OnceFunc(f func()) func() {
	var (
		once  Once
		valid bool
		p     any
	)
	g := func() {
		defer func() {
			p = recover()
			if !valid {
				panic(p)
			}
		}()
		f()
		f = nil
		valid = true
	}
	return func() {
		once.Do(g)
		if !valid {
			panic(p)
		}
	}
}

// OnceValue makes a function that calls f only once and gives its value each time.
func OnceValue[T any](f func() T) func() T {
	var result T
	once := OnceFunc(func() { result = f() })
	return func() T {
		once()
		return result
	}
}

// OnceValues makes a function that calls f only once and gives its values each time.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	var (
		r1 T1
		r2 T2
	)
	once := OnceFunc(func() { r1, r2 = f() })
	return func() (T1, T2) {
		once()
		return r1, r2
	}
}

// Cond is where goroutines wait for an event.
type Cond struct {
	noCopy noCopy
	L      Locker
	word   uint64
}

// NewCond makes a Cond with the lock l.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

// Wait unlocks c.L, waits to be woken, and locks c.L again.
func (c *Cond) Wait() {
	t := condAdd(&c.word)
	c.L.Unlock()
	condWait(&c.word, t)
	c.L.Lock()
}

// Signal wakes one that waits.
func (c *Cond) Signal() { condSignal(&c.word) }

// Broadcast wakes all that wait.
func (c *Cond) Broadcast() { condBroadcast(&c.word) }

// Pool keeps objects for use again. The last one put is the first one got.
type Pool struct {
	noCopy noCopy
	m      Mutex
	free   []any
	New    func() any
}

// Get takes an object from the pool, or makes one with New.
func (p *Pool) Get() any {
	p.m.Lock()
	if n := len(p.free); n > 0 {
		x := p.free[n-1]
		p.free[n-1] = nil
		p.free = p.free[:n-1]
		p.m.Unlock()
		return x
	}
	p.m.Unlock()
	if p.New != nil {
		return p.New()
	}
	return nil
}

// Put gives an object to the pool.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	p.m.Lock()
	if len(p.free) < 1024 {
		p.free = append(p.free, x)
	}
	p.m.Unlock()
}
