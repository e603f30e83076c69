package main

import (
	"fmt"
	"sort"
)

func main() {
	m := map[int]bool{}
	for i := 0; i < 100; i++ {
		m[i] = true
	}
	seen := 0
	for k := range m {
		seen++
		delete(m, k)
	}
	fmt.Println(seen, len(m))
	for i := 0; i < 100; i++ {
		m[i] = true
	}
	seen = 0
	for k := range m {
		seen++
		for j := 0; j < 100; j++ {
			if j != k {
				delete(m, j)
			}
		}
	}
	fmt.Println(seen, len(m))
	m = map[int]bool{1: true, 2: true, 3: true}
	count := map[int]int{}
	for k := range m {
		count[k]++
		if len(m) < 1000 {
			for j := 10; j < 1000; j++ {
				m[j] = true
			}
		}
	}
	ok := true
	for _, c := range count {
		ok = ok && c == 1
	}
	fmt.Println(ok, len(m), count[1], count[2], count[3])
	m2 := map[string]int{"a": 1, "b": 2, "c": 3}
	for k := range m2 {
		m2[k] *= 10
	}
	fmt.Println(m2)
	var keys []string
	for k := range m2 {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	fmt.Println(keys)
	orig := m2
	n := 0
	for range m2 {
		m2 = nil
		n++
	}
	fmt.Println(n, m2 == nil, len(orig))
	var k string
	var v int
	for k, v = range orig {
		if k == "b" {
			break
		}
	}
	fmt.Println(k, v)
	arr := [3]int{}
	for arr[1] = range map[int]int{7: 7} {
	}
	fmt.Println(arr)
	for orig["x"], orig["y"] = range map[int]int{} {
	}
	fmt.Println(len(orig))
	outer := 0
	for range orig {
		for range orig {
			outer++
		}
	}
	fmt.Println(outer)
	// several orders must show up
	first := map[int]bool{}
	mm := map[int]int{0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7}
	for i := 0; i < 500; i++ {
		for k := range mm {
			first[k] = true
			break
		}
	}
	fmt.Println(len(first) > 1)
}

// Output:
// 100 0
// 1 1
// true 993 1 1 1
// map[a:10 b:20 c:30]
// [a b c]
// 3 true 3
// b 20
// [0 7 0]
// 3
// 9
// true
