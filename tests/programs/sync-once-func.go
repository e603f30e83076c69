package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

func main() {
	n := 0
	f := sync.OnceFunc(func() { n++ })
	f()
	f()
	v := sync.OnceValue(func() int { n++; return n * 10 })
	a1, a2 := v(), v()
	fmt.Println(a1, a2, n)
	vs := sync.OnceValues(func() (string, error) { n++; return "s", errors.New("e") })
	a, err := vs()
	vs()
	fmt.Println(a, err, n)
	p := sync.OnceFunc(func() { panic("again") })
	for range 2 {
		func() {
			defer func() { fmt.Println(recover()) }()
			p()
		}()
	}
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(errors.New("my cause"))
	fmt.Println(ctx.Err(), context.Cause(ctx))
	parent, stop := context.WithCancel(context.WithValue(context.Background(), "k", "v"))
	detached := context.WithoutCancel(parent)
	stop()
	fmt.Println(parent.Err(), detached.Err(), detached.Value("k"))
	ran := make(chan bool)
	c3, cancel3 := context.WithCancel(context.Background())
	context.AfterFunc(c3, func() { ran <- true })
	cancel3()
	fmt.Println(<-ran)
	c4, cancel4 := context.WithCancel(context.Background())
	stopf := context.AfterFunc(c4, func() { ran <- false })
	fmt.Println(stopf(), stopf())
	cancel4()
	tc, done := context.WithTimeoutCause(context.Background(), time.Millisecond, errors.New("too slow"))
	<-tc.Done()
	fmt.Println(tc.Err(), context.Cause(tc))
	done()
}

// Needs: go1.22
// Output:
// 20 20 2
// s e 3
// again
// again
// context canceled my cause
// context canceled <nil> v
// true
// true false
// context deadline exceeded too slow
