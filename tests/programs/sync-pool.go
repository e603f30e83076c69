package main

import (
	"fmt"
	"sync"
)

type Buf struct{ b []byte }

func main() {
	var mu sync.Mutex
	made := 0
	p := sync.Pool{New: func() interface{} { mu.Lock(); made++; mu.Unlock(); return &Buf{} }}
	b := p.Get().(*Buf)
	b.b = append(b.b, "data"...)
	p.Put(b)
	c := p.Get().(*Buf)
	fmt.Println(made >= 1, c != nil)
	p.Put(c)
	var wg sync.WaitGroup
	bad := 0
	for i := 0; i < 20; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			for k := 0; k < 50; k++ {
				b := p.Get().(*Buf)
				b.b = append(b.b[:0], byte(i), byte(k))
				if b.b[0] != byte(i) || b.b[1] != byte(k) {
					mu.Lock()
					bad++
					mu.Unlock()
				}
				p.Put(b)
			}
		}(i)
	}
	wg.Wait()
	fmt.Println(bad, made <= 1000)
	var empty sync.Pool
	fmt.Println(empty.Get())
	empty.Put(nil)
	fmt.Println(empty.Get())
}

// Output:
// true true
// 0 true
// <nil>
// <nil>
