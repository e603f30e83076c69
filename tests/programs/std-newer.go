package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type P struct {
	N string
	A int
}

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("cleanup")
		for i := 0; i < n; i++ {
			if !yield(i) {
				return
			}
		}
	}
}

func main() {
	x := []int{3, 1, 2}
	slices.Sort(x)
	fmt.Println(x, slices.Contains(x, 2), slices.Index(x, 3), slices.Max(x), slices.Min(x))
	y := []P{{"a", 3}, {"b", 1}, {"c", 2}, {"d", 1}}
	slices.SortFunc(y, func(a, b P) int { return cmp.Or(cmp.Compare(a.A, b.A), strings.Compare(b.N, a.N)) })
	fmt.Println(y)
	i, ok := slices.BinarySearch(x, 2)
	fmt.Println(i, ok, slices.Insert(x, 1, 9, 8), slices.Delete([]int{1, 2, 3, 4}, 1, 3), slices.Compact([]int{1, 1, 2, 2, 1}), slices.Equal(x, x))
	m := map[string]int{"z": 1, "a": 2, "m": 3}
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)))
	for i, v := range slices.Backward(x) {
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	next, stop := iter.Pull(count(5))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println(next())
	next, stop = iter.Pull(count(1))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	for c := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(c)
	}
	fmt.Println(slices.Collect(maps.Values(map[int]int{1: 2})), slices.Repeat([]int{1}, 3), slices.Concat([]int{1}, []int{2, 3}))
	for l := range strings.Lines("a\nb\nc") {
		fmt.Printf("%q ", l)
	}
	for l := range strings.SplitSeq("a,b,c", ",") {
		fmt.Printf("%q ", l)
	}
	fmt.Println()
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(errors.New("why"))
	fmt.Println(ctx.Err(), context.Cause(ctx))
	ctx2, c2 := context.WithTimeoutCause(context.Background(), time.Millisecond, errors.New("slow"))
	defer c2()
	<-ctx2.Done()
	fmt.Println(ctx2.Err(), context.Cause(ctx2))
	d := make(chan int)
	st := context.AfterFunc(ctx2, func() { close(d) })
	<-d
	fmt.Println(st(), context.WithoutCancel(ctx2).Err())
	var wg sync.WaitGroup
	var n atomic.Int32
	for i := range 10 {
		wg.Go(func() { n.Add(int32(i)) })
	}
	wg.Wait()
	fmt.Println(n.Load())
	f := sync.OnceValue(func() int { fmt.Println("computing"); return 42 })
	fmt.Println(f(), f())
	e := errors.Join(errors.New("a"), nil, errors.New("b"))
	fmt.Println(e)
	e2 := fmt.Errorf("%w and %w", e, context.Canceled)
	fmt.Println(e2, errors.Is(e2, context.Canceled))
	r := rand.New(rand.NewPCG(1, 2))
	fmt.Printf("%x %x %x\n", r.Uint64(), r.Uint64(), r.Uint64())
	c8 := rand.NewChaCha8([32]byte([]byte("ABCDEFGHIJKLMNOPQRSTUVWXYZ123456")))
	fmt.Printf("%x %x\n", c8.Uint64(), c8.Uint64())
	fmt.Println(rand.IntN(10) < 10, rand.N(time.Hour) < time.Hour)
	var mm sync.Map
	mm.Store(1, 2)
	mm.Clear()
	fmt.Println(mm.CompareAndSwap(1, 2, 3))
	fmt.Println(min(1, 2), max("a", "b"), slices.IndexFunc(x, func(i int) bool { return i > 1 }))
	var p atomic.Pointer[P]
	p.Store(&P{"q", 1})
	fmt.Println(*p.Load(), maps.Collect(maps.All(m)), slices.MaxFunc(y, func(a, b P) int { return a.A - b.A }))
}

// Needs: go1.25
// Output:
// [1 2 3] true 2 3 1
// [{d 1} {b 1} {c 2} {a 3}]
// 1 true [1 9 8 2 3] [1 4] [1 2 1] true
// [a m z] [1 2 3]
// 2 3 1 2 0 1
// 0 true
// 1 true
// cleanup
// 0 false
// 0 true
// cleanup
// 0 false
// [1 2][3 4][5][2] [1 1 1] [1 2 3]
// "a\n" "b\n" "c" "a" "b" "c"
// context canceled why
// context deadline exceeded slow
// false <nil>
// 45
// computing
// 42 42
// a
// b
// a
// b and context canceled true
// c4f5a58656eef510 9dcec3ad077dec6c c8d04605312f8088
// b773b6063d4616a5 1160af22a66abc3c
// true true
// false
// 1 b 1
// {q 1} map[a:2 m:3 z:1] {a 3}
