package main

import (
	"fmt"
	"sync"
)

type Matrix [][]float64

func New(n int, f func(i, j int) float64) Matrix {
	m := make(Matrix, n)
	for i := range m {
		m[i] = make([]float64, n)
		for j := range m[i] {
			m[i][j] = f(i, j)
		}
	}
	return m
}

func mul(a, b Matrix) Matrix {
	n := len(a)
	c := New(n, func(int, int) float64 { return 0 })
	var wg sync.WaitGroup
	for i := 0; i < n; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			for j := 0; j < n; j++ {
				for k := 0; k < n; k++ {
					c[i][j] += a[i][k] * b[k][j]
				}
			}
		}(i)
	}
	wg.Wait()
	return c
}

func msort(a []int, depth int) []int {
	if len(a) < 2 {
		return a
	}
	var l, r []int
	m := len(a) / 2
	if depth > 0 {
		done := make(chan bool)
		go func() { l = msort(a[:m], depth-1); done <- true }()
		r = msort(a[m:], depth-1)
		<-done
	} else {
		l, r = msort(a[:m], 0), msort(a[m:], 0)
	}
	out := make([]int, 0, len(a))
	for len(l) > 0 && len(r) > 0 {
		if l[0] <= r[0] {
			out, l = append(out, l[0]), l[1:]
		} else {
			out, r = append(out, r[0]), r[1:]
		}
	}
	return append(append(out, l...), r...)
}

func qsort(a []int, wg *sync.WaitGroup) {
	defer wg.Done()
	if len(a) < 2 {
		return
	}
	p, i := a[len(a)/2], 0
	a[len(a)/2], a[len(a)-1] = a[len(a)-1], a[len(a)/2]
	for j := range a[:len(a)-1] {
		if a[j] < p {
			a[i], a[j] = a[j], a[i]
			i++
		}
	}
	a[i], a[len(a)-1] = a[len(a)-1], a[i]
	wg.Add(2)
	go qsort(a[:i], wg)
	go qsort(a[i+1:], wg)
}

func main() {
	id := New(20, func(i, j int) float64 {
		if i == j {
			return 1
		}
		return 0
	})
	m := New(20, func(i, j int) float64 { return float64(i*j%7) - 3 })
	p := mul(mul(m, m), id)
	t := 0.0
	for i := range p {
		t += p[i][i]
	}
	fmt.Println(t, p[3][4])
	xs := make([]int, 1000)
	s := uint32(7)
	for i := range xs {
		s ^= s << 13
		s ^= s >> 17
		s ^= s << 5
		xs[i] = int(s % 1000)
	}
	ys := append([]int(nil), xs...)
	a := msort(xs, 4)
	var wg sync.WaitGroup
	wg.Add(1)
	go qsort(ys, &wg)
	wg.Wait()
	same := true
	for i := range a {
		same = same && a[i] == ys[i] && (i == 0 || a[i-1] <= a[i])
	}
	fmt.Println(same, a[0], a[999])
	var fib func(n int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		if n < 12 {
			return fib(n-1) + fib(n-2)
		}
		c := make(chan int, 2)
		go func() { c <- fib(n - 1) }()
		go func() { c <- fib(n - 2) }()
		return <-c + <-c
	}
	fmt.Println(fib(20))
}

// Output:
// 1915 -21
// true 1 998
// 6765
