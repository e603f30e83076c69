package main

import "fmt"

func try(name string, f func() []int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, r)
		}
	}()
	s := f()
	fmt.Println(name, s, len(s), cap(s))
}

func main() {
	a := [6]int{0, 1, 2, 3, 4, 5}
	s := a[1:3:5]
	fmt.Println(s, len(s), cap(s))
	s = append(s, 100, 200)
	fmt.Println(a, s, len(s), cap(s))
	s = append(s, 300)
	s[0] = -1
	fmt.Println(a[1], s[0])
	fmt.Println(cap(a[2:]), cap(a[:2]), cap(a[2:2]), len(a[6:]), cap(a[6:]))
	p := &a
	fmt.Println(p[4:], cap(p[:0:1]))
	l, h, m := 1, 2, 3
	try("ok", func() []int { return a[l:h:m] })
	try("reslice beyond len", func() []int { return a[:2][1:5] })
	h = 7
	try("high", func() []int { return a[l:h] })
	try("low", func() []int { return a[h:] })
	h = 4
	try("high>max", func() []int { return a[l:h:m] })
	l = 3
	h = 2
	try("low>high", func() []int { return a[l:h] })
	try("low>high3", func() []int { return a[l:h:m] })
	m = 8
	try("max", func() []int { return a[:h:m] })
	l = -1
	try("neg", func() []int { return a[l:] })
	try("neg high", func() []int { return a[:l] })
	sl := a[:2]
	m = 9
	try("slice max", func() []int { return sl[:2:m] })
	try("slice high", func() []int { return sl[:m] })
	try("slice to cap", func() []int { return sl[:6] })
	var n []int
	try("nil", func() []int { return n[:] })
	try("nil0", func() []int { return n[0:0:0] })
	m = 1
	try("nil1", func() []int { return n[:m] })
	fmt.Println(n[:] == nil, n[0:0] == nil, a[:0] == nil)
	str := "hello"
	try("string", func() []int { _ = str[l+4 : 2]; return nil })
	try("string hi", func() []int { _ = str[:m+8]; return nil })
	var np *[4]int
	try("nil array pointer", func() []int { return np[:] })
}

// Output:
// [1 2] 2 4
// [0 1 2 100 200 5] [1 2 100 200] 4 4
// 1 -1
// 4 6 4 0 0
// [200 5] 1
// ok [1] 1 2
// reslice beyond len [1 2 100 200] 4 5
// high runtime error: slice bounds out of range [:7] with length 6
// low runtime error: slice bounds out of range [7:6]
// high>max runtime error: slice bounds out of range [:4:3]
// low>high runtime error: slice bounds out of range [3:2]
// low>high3 runtime error: slice bounds out of range [3:2:]
// max runtime error: slice bounds out of range [::8] with length 6
// neg runtime error: slice bounds out of range [-1:]
// neg high runtime error: slice bounds out of range [:-1]
// slice max runtime error: slice bounds out of range [::9] with capacity 6
// slice high runtime error: slice bounds out of range [:9] with capacity 6
// slice to cap [0 1 2 100 200 5] 6 6
// nil [] 0 0
// nil0 [] 0 0
// nil1 runtime error: slice bounds out of range [:1] with capacity 0
// true true false
// string runtime error: slice bounds out of range [3:2]
// string hi runtime error: slice bounds out of range [:9] with length 5
// nil array pointer runtime error: invalid memory address or nil pointer dereference
