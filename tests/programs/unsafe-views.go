// Package unsafe where it does no harm: memory without pointers seen as other numbers, equal layouts, headers read,
// pointers stored atomically, addresses compared.
package main

import (
	"fmt"
	"math"
	"reflect"
	"runtime"
	"strings"
	"sync/atomic"
	"unsafe"
)

type pair struct {
	a int32
	b string
}

type twin struct {
	count int32
	text  string
}

type node struct {
	value int
	next  *node
}

var global = [4]uint16{0x0102, 0x0304, 0x0506, 0x0708}

// push puts a node in front of a list without locks.
func push(head **node, value int) {
	at := (*unsafe.Pointer)(unsafe.Pointer(head))
	for {
		old := atomic.LoadPointer(at)
		n := &node{value, (*node)(old)}
		if atomic.CompareAndSwapPointer(at, old, unsafe.Pointer(n)) {
			return
		}
	}
}

func numbers() {
	f := 1.5
	fmt.Println(*(*uint64)(unsafe.Pointer(&f)) == math.Float64bits(f))
	*(*uint64)(unsafe.Pointer(&f)) |= 1 << 63
	bytes := (*[8]byte)(unsafe.Pointer(&f))
	fmt.Println(f, bytes[7], len(bytes))
	words := (*[2]uint32)(unsafe.Pointer(&global))
	fmt.Printf("%#x %#x\n", words[0], words[1])
	words[1] = 7
	fmt.Println(global)
	c := 3 + 4i
	parts := (*[2]float64)(unsafe.Pointer(&c))
	parts[0], parts[1] = parts[1], parts[0]
	fmt.Println(c)
}

func layouts() {
	p := &pair{7, "seven"}
	q := (*twin)(unsafe.Pointer(p))
	q.text += "!"
	q.count++
	fmt.Println(*p, unsafe.Sizeof(*p), unsafe.Offsetof(q.text))
	list := []pair{{1, "a"}, {2, "b"}, {3, "c"}}
	second := (*pair)(unsafe.Add(unsafe.Pointer(&list[0]), unsafe.Sizeof(list[0])))
	third := (*pair)(unsafe.Pointer(uintptr(unsafe.Pointer(second)) + unsafe.Sizeof(*second)))
	fmt.Println(second.b, third.a, unsafe.Slice(second, 2))
	raw := []byte("bytes")
	text := *(*[]uint8)(unsafe.Pointer(&raw))
	fmt.Println(string(text))
}

func headers() {
	s := make([]int, 3, 5)
	h := *(*reflect.SliceHeader)(unsafe.Pointer(&s))
	fmt.Println(h.Len, (*reflect.SliceHeader)(unsafe.Pointer(&s)).Cap, h.Data == uintptr(unsafe.Pointer(&s[0])))
	t := strings.Repeat("go", 4)
	u := t[2:]
	at := func(s string) uintptr { return *(*uintptr)(unsafe.Pointer(&s)) }
	fmt.Println(at(u)-at(t), unsafe.Pointer(&s) == unsafe.Pointer(&h))
}

func lists() {
	var head *node
	done := make(chan bool)
	for g := 0; g < 4; g++ {
		go func(g int) {
			for i := 0; i < 100; i++ {
				push(&head, g*100+i)
			}
			done <- true
		}(g)
	}
	for g := 0; g < 4; g++ {
		<-done
	}
	runtime.GC()
	sum, count := 0, 0
	for n := head; n != nil; n = n.next {
		sum += n.value
		count++
	}
	fmt.Println(count, sum)
}

func main() {
	numbers()
	layouts()
	headers()
	lists()
	var none *int
	fmt.Println((*string)(unsafe.Pointer(none)) == nil, unsafe.Slice(none, 0) == nil, unsafe.Pointer(none) == nil)
	defer func() { fmt.Println(recover()) }()
	_ = unsafe.Slice(none, 1)
}

// Output:
// true
// -1.5 191 8
// 0x3040102 0x7080506
// [258 772 7 0]
// (4+3i)
// {8 seven!} 24 8
// b 3 [{2 b} {3 c}]
// bytes
// 3 5 true
// 2 false
// 400 79800
// true true true
// runtime error: unsafe.Slice: ptr is nil and len is not zero
