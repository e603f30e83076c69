package main

import (
	"fmt"
	"sort"
	"sync"
	"sync/atomic"
)

type SafeMap[K comparable, V any] struct {
	mu sync.RWMutex
	m  map[K]V
}

func NewSafeMap[K comparable, V any]() *SafeMap[K, V] { return &SafeMap[K, V]{m: map[K]V{}} }
func (s *SafeMap[K, V]) Update(k K, f func(V, bool) V) {
	s.mu.Lock()
	defer s.mu.Unlock()
	v, ok := s.m[k]
	s.m[k] = f(v, ok)
}
func (s *SafeMap[K, V]) Get(k K) (V, bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	v, ok := s.m[k]
	return v, ok
}

func Merge[T any](cs ...<-chan T) <-chan T {
	out := make(chan T)
	var wg sync.WaitGroup
	for _, c := range cs {
		wg.Add(1)
		go func(c <-chan T) {
			defer wg.Done()
			for v := range c {
				out <- v
			}
		}(c)
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

func Gen[T any](vs ...T) <-chan T {
	c := make(chan T)
	go func() {
		defer close(c)
		for _, v := range vs {
			c <- v
		}
	}()
	return c
}

func Stage[T, U any](in <-chan T, f func(T) U) <-chan U {
	out := make(chan U)
	go func() {
		defer close(out)
		for v := range in {
			out <- f(v)
		}
	}()
	return out
}

func Collect[T any](c <-chan T) (s []T) {
	for v := range c {
		s = append(s, v)
	}
	return
}

func ParallelMap[T, U any](in []T, workers int, f func(T) U) []U {
	out := make([]U, len(in))
	idx := make(chan int)
	var wg sync.WaitGroup
	for w := 0; w < workers; w++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range idx {
				out[i] = f(in[i])
			}
		}()
	}
	for i := range in {
		idx <- i
	}
	close(idx)
	wg.Wait()
	return out
}

type Future[T any] struct {
	done chan struct{}
	v    T
}

func Go[T any](f func() T) *Future[T] {
	fu := &Future[T]{done: make(chan struct{})}
	go func() { fu.v = f(); close(fu.done) }()
	return fu
}
func (f *Future[T]) Await() T { <-f.done; return f.v }

type Event[T any] struct {
	mu   sync.Mutex
	subs []chan T
}

func (e *Event[T]) On() <-chan T {
	c := make(chan T, 4)
	e.mu.Lock()
	e.subs = append(e.subs, c)
	e.mu.Unlock()
	return c
}
func (e *Event[T]) Emit(v T) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, c := range e.subs {
		c <- v
	}
}

type Lazy[T any] struct {
	once sync.Once
	f    func() T
	v    T
}

func (l *Lazy[T]) Get() T { l.once.Do(func() { l.v = l.f() }); return l.v }

type LockFree[T any] struct{ head atomic.Pointer[item[T]] }
type item[T any] struct {
	v    T
	next *item[T]
}

func (s *LockFree[T]) Push(v T) {
	n := &item[T]{v: v}
	for {
		n.next = s.head.Load()
		if s.head.CompareAndSwap(n.next, n) {
			return
		}
	}
}
func (s *LockFree[T]) Pop() (v T, ok bool) {
	for {
		h := s.head.Load()
		if h == nil {
			return
		}
		if s.head.CompareAndSwap(h, h.next) {
			return h.v, true
		}
	}
}

func main() {
	m := NewSafeMap[string, int]()
	var wg sync.WaitGroup
	for i := 0; i < 30; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			m.Update([]string{"a", "b", "c"}[i%3], func(v int, ok bool) int { return v + i })
		}(i)
	}
	wg.Wait()
	a, _ := m.Get("a")
	b, _ := m.Get("b")
	_, ok := m.Get("z")
	fmt.Println(a, b, ok)
	got := Collect(Merge(Gen(1, 2, 3), Gen(4, 5), Gen[int]()))
	sort.Ints(got)
	fmt.Println(got)
	fmt.Println(Collect(Stage(Stage(Gen("a", "bb", "ccc"), func(s string) int { return len(s) }), func(n int) float64 { return float64(n) / 2 })))
	fmt.Println(ParallelMap([]int{1, 2, 3, 4, 5}, 3, func(i int) string { return fmt.Sprint(i * i) }))
	f := Go(func() string { return "future" })
	g := Go(func() int { return len(f.Await()) })
	fmt.Println(f.Await(), g.Await())
	var e Event[[2]int]
	c1, c2 := e.On(), e.On()
	e.Emit([2]int{1, 2})
	fmt.Println(<-c1, <-c2)
	n := 0
	l := &Lazy[int]{f: func() int { n++; return n }}
	fmt.Println(l.Get(), l.Get())
	var s LockFree[string]
	for i := 0; i < 10; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); s.Push("x") }()
	}
	wg.Wait()
	k := 0
	for _, ok := s.Pop(); ok; _, ok = s.Pop() {
		k++
	}
	fmt.Println(k)
}

// Output:
// 135 145 false
// [1 2 3 4 5]
// [0.5 1 1.5]
// [1 4 9 16 25]
// future 6
// [1 2] [1 2]
// 1 1
// 10
