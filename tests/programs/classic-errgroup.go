package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

type Group struct {
	wg     sync.WaitGroup
	once   sync.Once
	err    error
	cancel func()
	sem    chan struct{}
}

func WithContext(ctx context.Context, limit int) (*Group, context.Context) {
	ctx, cancel := context.WithCancel(ctx)
	g := &Group{cancel: cancel}
	if limit > 0 {
		g.sem = make(chan struct{}, limit)
	}
	return g, ctx
}

func (g *Group) Go(f func() error) {
	if g.sem != nil {
		g.sem <- struct{}{}
	}
	g.wg.Add(1)
	go func() {
		defer func() {
			if g.sem != nil {
				<-g.sem
			}
			g.wg.Done()
		}()
		if err := f(); err != nil {
			g.once.Do(func() {
				g.err = err
				g.cancel()
			})
		}
	}()
}

func (g *Group) Wait() error { g.wg.Wait(); g.cancel(); return g.err }

var errBad = errors.New("bad item")

func main() {
	g, ctx := WithContext(context.Background(), 0)
	res := make([]int, 10)
	for i := range res {
		i := i
		g.Go(func() error { res[i] = i * 2; return ctx.Err() })
	}
	fmt.Println(g.Wait(), res, ctx.Err())
	g, ctx = WithContext(context.Background(), 0)
	cancelled := make(chan int, 10)
	for i := 0; i < 5; i++ {
		i := i
		g.Go(func() error {
			if i == 3 {
				return fmt.Errorf("item %d: %w", i, errBad)
			}
			<-ctx.Done()
			cancelled <- i
			return ctx.Err()
		})
	}
	err := g.Wait()
	fmt.Println(err, errors.Is(err, errBad), len(cancelled))
	g, _ = WithContext(context.Background(), 2)
	var mu sync.Mutex
	cur, max := 0, 0
	for i := 0; i < 20; i++ {
		g.Go(func() error {
			mu.Lock()
			cur++
			if cur > max {
				max = cur
			}
			mu.Unlock()
			mu.Lock()
			cur--
			mu.Unlock()
			return nil
		})
	}
	fmt.Println(g.Wait(), max <= 2)
}

// Output:
// <nil> [0 2 4 6 8 10 12 14 16 18] context canceled
// item 3: bad item true 4
// <nil> true
