// Strings, slices and interfaces through their headers, and other uses of package unsafe that programs rely on.
package main

import (
	"fmt"
	"reflect"
	"runtime"
	"unsafe"
)

type sliceHeader struct {
	Data     unsafe.Pointer
	Len, Cap int
}
type iface struct{ typ, data unsafe.Pointer }
type point struct{ x, y int }

func toString(b []byte) string { return *(*string)(unsafe.Pointer(&b)) }
func toBytes(s string) []byte {
	return *(*[]byte)(unsafe.Pointer(&struct {
		string
		n int
	}{s, len(s)}))
}
func viaHeaders(s string) (b []byte) {
	from := (*reflect.StringHeader)(unsafe.Pointer(&s))
	to := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	to.Len = from.Len // before there is data
	to.Cap = from.Len
	to.Data = from.Data
	runtime.KeepAlive(&s)
	return
}

func main() {
	b := []byte("hello")
	s := toString(b)
	b[0] = 'j'
	fmt.Println(s, len(toBytes("constant")), string(toBytes(s)))
	c := viaHeaders("via headers")
	fmt.Println(string(c), len(c), cap(c))

	// A slice is cut and moved through its header, and the header follows the slice.
	xs := []int{1, 2, 3, 4, 5}
	h := (*sliceHeader)(unsafe.Pointer(&xs))
	h.Len = 3
	fmt.Println(xs, len(xs), cap(xs), h.Len)
	xs = append(xs, 40)
	fmt.Println(h.Len, h.Cap, *(*int)(h.Data))
	h.Data = unsafe.Add(h.Data, 8)
	h.Len, h.Cap = 2, 4
	h.Data = unsafe.Pointer(&xs[0])
	fmt.Println(xs)
	*h = sliceHeader{unsafe.Pointer(&[3]int{7, 8, 9}), 3, 3}
	fmt.Println(xs, h.Len)
	h.Len--
	fmt.Println(xs)
	sh := reflect.SliceHeader{Data: uintptr(unsafe.Pointer(&xs[0])), Len: 2, Cap: 2}
	fmt.Println(*(*[]int)(unsafe.Pointer(&sh)))

	// Interfaces
	var x any = 42
	p := (*iface)(unsafe.Pointer(&x))
	fmt.Println(p.typ != nil, *(*int)(p.data))
	var y any = point{3, 4}
	q := *(*iface)(unsafe.Pointer(&y))
	fmt.Println((*point)(q.data).y, (*iface)(unsafe.Pointer(&y)).typ == q.typ, p.typ == q.typ)
	var z any = &point{5, 6}
	fmt.Println((*point)((*iface)(unsafe.Pointer(&z)).data).x)

	// unsafe.Slice before there was one
	arr := [6]uint16{1, 2, 3, 4, 5, 6}
	n := 4
	part := (*[1 << 20]uint16)(unsafe.Pointer(&arr[1]))[:n:n]
	part[0] = 20
	fmt.Println(part, cap(part), arr)
	(*[1 << 20]uint16)(unsafe.Pointer(&arr[0]))[n] = 50
	fmt.Println((*[1 << 20]uint16)(unsafe.Pointer(&arr[0]))[n], arr)

	// Numbers
	f := 1.5
	bits := *(*uint64)(unsafe.Pointer(&f))
	*(*uint64)(unsafe.Pointer(&f)) = bits | 1<<63
	fmt.Printf("%x %v\n", bits, f)
	words := make([]byte, 8)
	*(*uint32)(unsafe.Pointer(&words[4])) = 0x01020304
	fmt.Println(words, *(*[2]uint32)(unsafe.Pointer(&words[0])))
}

// Output:
// jello 8 jello
// via headers 11 11
// [1 2 3] 3 5 3
// 4 5 1
// [2 3]
// [7 8 9] 3
// [7 8]
// [7 8]
// true 42
// 4 true false
// 5
// [20 3 4 5] 4 [1 20 3 4 5 6]
// 50 [1 20 3 4 50 6]
// 3ff8000000000000 -1.5
// [0 0 0 0 4 3 2 1] [0 16909060]
