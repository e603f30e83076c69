// SPDX-License-Identifier: MIT

package main

import "fmt"

type Big struct {
	data [3000]int
	name string
}
type Huge [500][500]int

var G Huge
var GB Big
var tbl [100000]string

func fill(h *Huge) {
	for i := range h {
		for j := range h[i] {
			h[i][j] = i * j
		}
	}
}
func byVal(b Big) Big { b.data[5] = 55; b.name += "!"; return b }
func sum(h *Huge) (s int) {
	for _, row := range h {
		for _, v := range row {
			s += v
		}
	}
	return
}
func (b Big) Len() int   { return len(b.data) }
func (b *Big) Set(i int) { b.data[i]++ }

func main() {
	var h Huge
	fill(&h)
	G = h
	h[1][1] = 1000
	fmt.Println(sum(&h), sum(&G), G == h, h[1][1], G[499][499])
	k := h
	k[2][2] = -1
	fmt.Println(h[2][2], k[2][2], len(k), len(k[0]))
	var b Big
	b.name = "b"
	c := byVal(b)
	fmt.Println(b.data[5], c.data[5], b.name, c.name, c.Len())
	c.Set(7)
	GB = c
	p := &GB
	p.Set(7)
	d := *p
	fmt.Println(d.data[7], c.data[7], d == c, GB == d)
	m := map[string]Big{"x": c}
	fmt.Println(m["x"].data[5], m["y"].name == "")
	ch := make(chan Big, 1)
	ch <- c
	e := <-ch
	fmt.Println(e.data[7], e.name)
	var i interface{} = e
	f := i.(Big)
	fmt.Println(f.data[7], i == interface{}(e))
	tbl[99999] = "z"
	fmt.Println(len(tbl), tbl[99999])
	arr := [5000]int{1: 2, 4999: 7}
	arr2 := arr
	arr2[0]++
	fmt.Println(arr[4999], arr2[0], arr == arr2)
	fn := func() int { arr[3]++; return arr[3] }
	fn()
	fmt.Println(fn(), arr[3])
	bs := []Big{c, d}
	for _, x := range bs {
		x.data[0] = 9
	}
	bs[1].data[0] = 4
	bs = append(bs, e)
	fmt.Println(bs[0].data[0], bs[1].data[0], len(bs))
	hp := &h
	hp2 := *hp
	hp2[0][0] = 5
	*hp = hp2
	fmt.Println(h[0][0])
	var z struct {
		a [2000]byte
		b [3]Big
	}
	z.b[1].data[2] = 3
	z.a[1999] = 1
	y := z
	y.b[1].data[2]++
	fmt.Println(z.b[1].data[2], y.b[1].data[2], y.a[1999], z == y)
	s := z.a[10:20]
	s[0] = 77
	fmt.Println(z.a[10], y.a[10])
	for i, v := range arr {
		if v != 0 {
			fmt.Print(i, ":", v, " ")
		}
	}
	fmt.Println()
	func(x [300]int) { x[1] = 1; fmt.Println(x[1], len(x)) }([300]int{})
}

// Output:
// 15562563499 15562562500 false 1000 249001
// 4 -1 500 500
// 0 55 b b! 3000
// 2 1 false true
// 55 true
// 1 b!
// 1 true
// 100000 z
// 7 1 false
// 2 2
// 0 4 3
// 5
// 3 4 1 false
// 77 0
// 1:2 3:2 4999:7
// 1 300
