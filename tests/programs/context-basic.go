package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type key int
type other int

func worker(ctx context.Context, out chan<- string, name string) {
	<-ctx.Done()
	out <- name + ":" + ctx.Err().Error()
}

func main() {
	bg := context.Background()
	fmt.Println(bg, context.TODO(), bg.Err(), bg.Done() == nil, bg.Value(1))
	ctx, cancel := context.WithCancel(bg)
	fmt.Println(ctx.Err(), ctx)
	out := make(chan string)
	go worker(ctx, out, "w")
	cancel()
	cancel()
	fmt.Println(<-out, ctx.Err() == context.Canceled)
	v := context.WithValue(bg, key(1), "one")
	v = context.WithValue(v, key(2), "two")
	v = context.WithValue(v, other(1), "other")
	fmt.Println(v.Value(key(1)), v.Value(key(2)), v.Value(other(1)), v.Value(1), v.Value(key(3)))
	sh := context.WithValue(v, key(1), "shadow")
	fmt.Println(sh.Value(key(1)), v.Value(key(1)))
	// a tree: cancelling a parent cancels its descendants only
	a, ca := context.WithCancel(v)
	b, cb := context.WithCancel(a)
	c, cc := context.WithTimeout(b, time.Hour)
	d, cd := context.WithCancel(v)
	fmt.Println(c.Value(key(2)))
	cb()
	fmt.Println(a.Err(), b.Err(), c.Err(), d.Err())
	<-c.Done()
	ca()
	late, cl := context.WithCancel(a)
	fmt.Println(late.Err(), a.Err(), d.Err())
	cc()
	cd()
	cl()
	t, ct := context.WithTimeout(bg, 5*time.Millisecond)
	_, has := t.Deadline()
	_, has2 := a.Deadline()
	fmt.Println(has, has2)
	<-t.Done()
	fmt.Println(t.Err(), t.Err() == context.DeadlineExceeded, errors.Is(t.Err(), context.DeadlineExceeded))
	var te interface{ Timeout() bool }
	fmt.Println(errors.As(t.Err(), &te) && te.Timeout())
	ct()
	past, cp := context.WithDeadline(bg, time.Now().Add(-time.Second))
	fmt.Println(past.Err())
	cp()
	outer, co := context.WithTimeout(bg, time.Millisecond)
	inner, ci := context.WithTimeout(outer, time.Hour)
	<-inner.Done()
	fmt.Println(inner.Err())
	co()
	ci()
	var wg sync.WaitGroup
	root, stop := context.WithCancel(bg)
	n := 0
	var mu sync.Mutex
	for i := 0; i < 20; i++ {
		child, cc := context.WithCancel(root)
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer cc()
			<-child.Done()
			mu.Lock()
			n++
			mu.Unlock()
		}()
	}
	stop()
	wg.Wait()
	fmt.Println(n)
	func() {
		defer func() { fmt.Println(recover()) }()
		context.WithValue(bg, nil, 1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		context.WithCancel(nil)
	}()
	select {
	case <-root.Done():
		fmt.Println("done stays closed")
	default:
	}
}

// Output:
// context.Background context.TODO <nil> true <nil>
// <nil> context.Background.WithCancel
// w:context canceled true
// one two other <nil> <nil>
// shadow one
// two
// <nil> context canceled context canceled <nil>
// context canceled context canceled <nil>
// true false
// context deadline exceeded true true
// true
// context deadline exceeded
// context deadline exceeded
// 20
// nil key
// cannot create context from nil parent
// done stays closed
