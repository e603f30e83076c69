package main

import "fmt"

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	_
	Thursday
)

const (
	a, b = iota, iota * 10
	c, d
	_, _
	e, f
)

const (
	KB = 1 << (10 * (iota + 1))
	MB
	GB
	TB
)

const (
	x0 = "s"
	x1
	x2 = iota
	x3
	x4 float64 = iota / 2
	x5
	x6 = iota + 0.5
	x7
)

func (d Weekday) String() string { return [...]string{"Su", "Mo", "Tu", "We", "Th"}[d] }

const outer = iota

const (
	p = func1 + iota
	q
	r = len([iota + 1]int{})
	s
)

const func1 = 7

func main() {
	fmt.Println(Sunday, Monday, Tuesday, Thursday)
	fmt.Println(a, b, c, d, e, f)
	fmt.Println(KB, MB, GB, TB)
	fmt.Println(x0, x1, x2, x3, x4, x5, x6, x7)
	fmt.Println(outer, p, q, r, s)
	const (
		l0 = iota
		l1
		iota = 5
		l3   = iota
		l4
	)
	fmt.Println(l0, l1, iota, l3, l4)
	const (
		bit0, mask0 = 1 << iota, 1<<iota - 1
		bit1, mask1
		_, _
		bit3, mask3
	)
	fmt.Println(bit0, mask0, bit1, mask1, bit3, mask3)
	fmt.Printf("%T %T %T %T %T\n", x4, x5, x6, x2, Monday)
}

// Output:
// Su Mo Tu Th
// 0 0 1 10 3 30
// 1024 1048576 1073741824 1099511627776
// s s 2 3 2 2 6.5 7.5
// 0 7 8 3 4
// 0 1 5 5 5
// 32 31 32 31 32 31
// float64 float64 float64 int main.Weekday
