package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type Config struct{ n int }

func main() {
	var i32 int32
	var i64 int64
	var u32 uint32
	var u64 uint64
	fmt.Println(atomic.AddInt32(&i32, 5), atomic.AddInt32(&i32, -7), atomic.AddInt64(&i64, 1<<40), atomic.AddUint32(&u32, ^uint32(0)), atomic.AddUint64(&u64, 10))
	fmt.Println(atomic.LoadInt32(&i32), atomic.SwapInt32(&i32, 100), i32, atomic.CompareAndSwapInt32(&i32, 1, 2), atomic.CompareAndSwapInt32(&i32, 100, 2), i32)
	atomic.StoreInt64(&i64, -1)
	atomic.StoreUint32(&u32, 7)
	fmt.Println(i64, u32, atomic.SwapUint64(&u64, 3), atomic.CompareAndSwapUint64(&u64, 3, 4), u64)
	var up uintptr
	atomic.AddUintptr(&up, 3)
	fmt.Println(atomic.LoadUintptr(&up))
	var a32 atomic.Int32
	var a64 atomic.Int64
	var b atomic.Bool
	var v atomic.Value
	var p atomic.Pointer[Config]
	var au atomic.Uint32
	var au64 atomic.Uint64
	fmt.Println(a32.Add(3), a32.Load(), a32.Swap(9), a32.CompareAndSwap(9, 10), a32.Load())
	a64.Store(1 << 50)
	fmt.Println(a64.Load(), b.Load(), b.Swap(true), b.CompareAndSwap(true, false), b.Load())
	fmt.Println(au.Add(^uint32(0)), au64.Add(5), au64.CompareAndSwap(5, 6), au64.Load())
	fmt.Println(v.Load(), p.Load() == nil)
	v.Store([]int{1, 2})
	fmt.Println(v.Load().([]int), v.Swap([]int{3}), v.Load())
	func() {
		defer func() { fmt.Println(recover()) }()
		v.Store("other type")
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		v.Store(nil)
	}()
	c1, c2 := &Config{1}, &Config{2}
	p.Store(c1)
	fmt.Println(p.Load().n, p.CompareAndSwap(c2, c1), p.CompareAndSwap(c1, c2), p.Load().n, p.Swap(nil).n)
	var wg sync.WaitGroup
	var spin int32
	total := 0
	for g := 0; g < 8; g++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for k := 0; k < 500; k++ {
				a32.Add(1)
				for !atomic.CompareAndSwapInt32(&spin, 0, 1) {
				}
				total++
				atomic.StoreInt32(&spin, 0)
			}
		}()
	}
	wg.Wait()
	fmt.Println(a32.Load(), total)
	// lock-free stack
	type node struct {
		v    int
		next *node
	}
	var head atomic.Pointer[node]
	for g := 0; g < 4; g++ {
		wg.Add(1)
		go func(g int) {
			defer wg.Done()
			for k := 0; k < 100; k++ {
				n := &node{v: g*100 + k}
				for {
					n.next = head.Load()
					if head.CompareAndSwap(n.next, n) {
						break
					}
				}
			}
		}(g)
	}
	wg.Wait()
	n, s := 0, 0
	for e := head.Load(); e != nil; e = e.next {
		n++
		s += e.v
	}
	fmt.Println(n, s)
	s2 := struct {
		x int8
		n atomic.Int64
	}{}
	fmt.Println(s2.n.Add(2))
}

// Output:
// 5 -2 1099511627776 4294967295 10
// -2 -2 2 false true 2
// -1 7 10 true 4
// 3
// 3 3 3 true 10
// 1125899906842624 false false true false
// 4294967295 5 true 6
// <nil> true
// [1 2] [1 2] [3]
// sync/atomic: store of inconsistently typed value into Value
// sync/atomic: store of nil value into Value
// 1 false true 2 2
// 4010 4000
// 400 79800
// 2
