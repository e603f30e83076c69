package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

type Future struct {
	done chan struct{}
	v    interface{}
	err  error
}

func Async(f func() (interface{}, error)) *Future {
	fu := &Future{done: make(chan struct{})}
	go func() {
		defer close(fu.done)
		defer func() {
			if r := recover(); r != nil {
				fu.err = fmt.Errorf("panic: %v", r)
			}
		}()
		fu.v, fu.err = f()
	}()
	return fu
}

func (f *Future) Get() (interface{}, error) { <-f.done; return f.v, f.err }
func (f *Future) Then(g func(interface{}) (interface{}, error)) *Future {
	return Async(func() (interface{}, error) {
		v, err := f.Get()
		if err != nil {
			return nil, err
		}
		return g(v)
	})
}
func (f *Future) Timeout(d time.Duration) (interface{}, error) {
	select {
	case <-f.done:
		return f.v, f.err
	case <-time.After(d):
		return nil, errors.New("timeout")
	}
}

func All(fs ...*Future) (out []interface{}) {
	for _, f := range fs {
		v, _ := f.Get()
		out = append(out, v)
	}
	return
}

type Once struct {
	m sync.Map
}

func (o *Once) Get(k int, f func() int) int {
	fu, _ := o.m.LoadOrStore(k, &lazy{})
	return fu.(*lazy).get(f)
}

type lazy struct {
	once sync.Once
	v    int
}

func (l *lazy) get(f func() int) int { l.once.Do(func() { l.v = f() }); return l.v }

func main() {
	f := Async(func() (interface{}, error) { return 20, nil })
	g := f.Then(func(v interface{}) (interface{}, error) { return v.(int) + 1, nil }).Then(func(v interface{}) (interface{}, error) { return v.(int) * 2, nil })
	fmt.Println(g.Get())
	fmt.Println(f.Then(func(v interface{}) (interface{}, error) { return v.(string), nil }).Get())
	fmt.Println(Async(func() (interface{}, error) { return nil, errors.New("failed") }).Then(nil).Get())
	block := make(chan int)
	fmt.Println(Async(func() (interface{}, error) { <-block; return 1, nil }).Timeout(5 * time.Millisecond))
	fmt.Println(f.Timeout(time.Hour))
	fmt.Println(All(f, g, f))
	var o Once
	n := 0
	var wg sync.WaitGroup
	for i := 0; i < 30; i++ {
		wg.Add(1)
		go func(i int) { defer wg.Done(); o.Get(0, func() int { n++; return 5 }) }(i)
	}
	wg.Wait()
	fmt.Println(n, o.Get(0, nil))
}

// Output:
// 42 <nil>
// <nil> panic: interface conversion: interface {} is int, not string
// <nil> failed
// <nil> timeout
// 20 <nil>
// [20 42 20]
// 1 5
