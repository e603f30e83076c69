package main

import (
	"fmt"
	"sort"
	"sync"
)

func main() {
	var m sync.Map
	m.Store("a", 1)
	m.Store("b", 2)
	v, ok := m.Load("a")
	fmt.Println(v, ok)
	v, ok = m.Load("zz")
	fmt.Println(v, ok)
	v, loaded := m.LoadOrStore("a", 9)
	fmt.Println(v, loaded)
	v, loaded = m.LoadOrStore("c", 3)
	fmt.Println(v, loaded)
	v, loaded = m.LoadAndDelete("b")
	fmt.Println(v, loaded)
	v, loaded = m.LoadAndDelete("b")
	fmt.Println(v, loaded)
	m.Delete("nope")
	var keys []string
	m.Range(func(k, v interface{}) bool { keys = append(keys, fmt.Sprint(k, v)); return true })
	sort.Strings(keys)
	fmt.Println(keys)
	n := 0
	m.Range(func(k, v interface{}) bool { n++; return false })
	fmt.Println(n)
	m.Store(1, "int")
	m.Store(1.0, "float")
	m.Store([2]int{1, 2}, "arr")
	m.Store(nil, "nil")
	for _, k := range []interface{}{1, 1.0, int8(1), [2]int{1, 2}, nil} {
		v, ok := m.Load(k)
		fmt.Println(k, v, ok)
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		m.Store([]int{}, 1)
	}()
	var wg sync.WaitGroup
	var c sync.Map
	for i := 0; i < 10; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			for k := 0; k < 100; k++ {
				c.LoadOrStore(k, i)
				c.Load(k)
				if k%10 == i {
					c.Delete(k)
				}
			}
		}(i)
	}
	wg.Wait()
	n = 0
	c.Range(func(k, v interface{}) bool { n++; c.Delete(k); return true })
	m2 := 0
	c.Range(func(k, v interface{}) bool { m2++; return true })
	fmt.Println(n <= 100, m2)
}

// Output:
// 1 true
// <nil> false
// 1 true
// 3 false
// 2 true
// <nil> false
// [a1 c3]
// 1
// 1 int true
// 1 float true
// 1 <nil> false
// [1 2] arr true
// <nil> nil true
// runtime error: hash of unhashable type []int
// true 0
