package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

func source(ctx context.Context) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for i := 0; ; i++ {
			select {
			case c <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return c
}

func stage(ctx context.Context, in <-chan int, f func(int) int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for v := range in {
			select {
			case out <- f(v):
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func search(ctx context.Context, name string, d time.Duration) (string, error) {
	select {
	case <-time.After(d):
		return name, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func first(names ...string) string {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	res := make(chan string, len(names))
	for i, n := range names {
		go func(n string, d time.Duration) {
			if r, err := search(ctx, n, d); err == nil {
				res <- r
			}
		}(n, time.Duration(i)*time.Hour+time.Millisecond)
	}
	return <-res
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	p := stage(ctx, stage(ctx, source(ctx), func(i int) int { return i * i }), func(i int) int { return i + 1 })
	for v := range p {
		fmt.Print(v, " ")
		if v > 50 {
			cancel()
			break
		}
	}
	for range p {
	}
	fmt.Println(ctx.Err())
	fmt.Println(first("fast", "slow", "slower"))
	ctx, cancel = context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	_, err := search(ctx, "never", time.Hour)
	fmt.Println(err)
	var wg sync.WaitGroup
	errs := make([]error, 3)
	for i := range errs {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			c, stop := context.WithTimeout(ctx, time.Hour)
			defer stop()
			_, errs[i] = search(c, "x", time.Hour)
		}(i)
	}
	wg.Wait()
	fmt.Println(errs)
}

// Output:
// 1 2 5 10 17 26 37 50 65 context canceled
// fast
// context deadline exceeded
// [context deadline exceeded context deadline exceeded context deadline exceeded]
