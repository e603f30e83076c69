//go:build go1.25

// SPDX-License-Identifier: MIT

// Bubbles of testing/synctest: their clock, what Wait waits for, and how they end.
package bubbles

import (
	"context"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func TestSleep(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		t.Log(start.UTC().Format(time.DateTime))
		go func() {
			time.Sleep(10 * time.Second)
			t.Log("a", time.Since(start))
		}()
		time.Sleep(5 * time.Hour)
		t.Log("b", time.Since(start))
	})
}

func TestContextAfter(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		defer cancel()
		time.Sleep(5*time.Second - time.Nanosecond)
		synctest.Wait()
		if ctx.Err() != nil {
			t.Fatal("early", ctx.Err())
		}
		time.Sleep(time.Nanosecond)
		synctest.Wait()
		if ctx.Err() == nil {
			t.Fatal("late")
		}
		t.Log(ctx.Err())
	})
}

func TestAfterFunc(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		called := false
		context.AfterFunc(ctx, func() { called = true })
		synctest.Wait()
		if called {
			t.Fatal("early")
		}
		cancel()
		synctest.Wait()
		if !called {
			t.Fatal("late")
		}
		t.Cleanup(func() { t.Log("cleaned") })
	})
}

func TestTicker(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tick := time.NewTicker(time.Minute)
		defer tick.Stop()
		for i := range 3 {
			now := <-tick.C
			t.Log(i, now.UTC().Format(time.TimeOnly))
		}
		select {
		case <-tick.C:
			t.Fatal("tick")
		case <-time.After(30 * time.Second):
			t.Log("after")
		}
	})
}

func TestMany(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var wg sync.WaitGroup
		var mu sync.Mutex
		n := 0
		for i := range 100 {
			wg.Add(1)
			go func() {
				defer wg.Done()
				for range 20 {
					time.Sleep(time.Duration(i%7+1) * time.Second)
					mu.Lock()
					n++
					mu.Unlock()
				}
			}()
		}
		start := time.Now()
		wg.Wait()
		t.Log(n, time.Since(start))
	})
}

func TestDeadlock(t *testing.T) {
	defer func() { t.Log(recover()) }()
	synctest.Test(t, func(t *testing.T) {
		go func() { <-make(chan int) }()
		<-make(chan int)
	})
}

func TestLeft(t *testing.T) {
	defer func() { t.Log(recover()) }()
	synctest.Test(t, func(t *testing.T) {
		go func() { <-make(chan int) }()
	})
}

func TestFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		t.Fatal("bad")
	})
	t.Log("not reached")
}

func TestOutsideIsNotDurable(t *testing.T) {
	outside := make(chan int)
	reply := make(chan int)
	go func() {
		reply <- <-outside + 1
	}()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		go time.Sleep(time.Hour)
		outside <- 1
		t.Log(<-reply, time.Since(start)) // the clock stands still while somebody outside may answer
	})
}

func TestAnswers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		in, out := make(chan int), make(chan int)
		go func() {
			for x := range in {
				time.Sleep(time.Second)
				out <- x * x
			}
			close(out)
		}()
		in <- 3
		synctest.Wait()
		select {
		case <-out:
			t.Error("early")
		default:
		}
		time.Sleep(time.Second)
		synctest.Wait()
		t.Log(<-out)
		close(in)
		_, ok := <-out
		t.Log(ok)
	})
}

func TestRefused(t *testing.T) {
	for _, f := range []func(t *testing.T){
		func(t *testing.T) { t.Run("x", func(*testing.T) {}) },
		func(t *testing.T) { t.Parallel() },
		func(t *testing.T) { t.Deadline() },
		func(t *testing.T) { synctest.Test(t, func(*testing.T) {}) },
	} {
		synctest.Test(t, func(t *testing.T) {
			defer func() { t.Log(recover()) }()
			f(t)
		})
	}
	defer func() { t.Log(recover()) }()
	synctest.Wait()
}
