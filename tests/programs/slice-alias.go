package main

import "fmt"

func grow(s []int) { s = append(s, 1); s[0] = 99 }
func set(s []int)  { s[0] = 98 }
func rev(s []int) {
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
}

func main() {
	full := []int{1, 2, 3}
	grow(full[:3:3])
	fmt.Println(full)
	room := make([]int, 3, 4)
	grow(room)
	fmt.Println(room, room[:4])
	set(full)
	fmt.Println(full)
	rev(full[1:])
	fmt.Println(full)
	s := []int{1, 2, 3, 4}
	for i, v := range s {
		if i == 0 {
			s[1] = 20
			s = append(s, 5)
			s[2] = 30
		}
		fmt.Print(v, " ")
	}
	fmt.Println(s)
	x := []int{1, 2, 3}
	for i := range x {
		x = x[:len(x)-1]
		fmt.Print(i, len(x), " ")
	}
	fmt.Println()
	m := make([][]int, 3)
	back := make([]int, 9)
	for i := range m {
		m[i], back = back[:3:3], back[3:]
	}
	m[0] = append(m[0], 5)
	m[1][0] = 1
	fmt.Println(m)
	type N struct {
		v    int
		kids []N
	}
	t := N{1, []N{{2, nil}, {3, []N{{4, nil}}}}}
	u := t
	u.v = 10
	u.kids[1].kids[0].v = 40
	fmt.Println(t, u)
	a := []int{1, 2, 3}
	p := &a[0]
	a = append(a, 4)
	*p = 100
	fmt.Println(a[0], *p)
	i := 1
	a[i], i = 7, 2
	fmt.Println(a, i)
	b := a
	a[0], b = 5, []int{0}
	fmt.Println(a, b)
	stack := []int{}
	for i := 0; i < 5; i++ {
		stack = append(stack, i)
	}
	for len(stack) > 0 {
		var top int
		top, stack = stack[len(stack)-1], stack[:len(stack)-1]
		fmt.Print(top)
	}
	fmt.Println(len(stack), cap(stack) >= 5)
	y := make([]int, 0)
	var z []int
	fmt.Println(y == nil, z == nil, len(y), len(z), fmt.Sprint(y, z), fmt.Sprintf("%#v %#v", y, z))
	w := []string{5: "f", 0: "a", "b"}
	fmt.Printf("%q %d\n", w, len(w))
	sp := &[]int{1, 2}
	(*sp)[0] = 3
	*sp = append(*sp, 9)
	for _, v := range *sp {
		fmt.Print(v)
	}
	fmt.Println()
}

// Output:
// [1 2 3]
// [99 0 0] [99 0 0 1]
// [98 2 3]
// [98 3 2]
// 1 20 3 4 [1 20 30 4 5]
// 0 2 1 1 2 0
// [[0 0 0 5] [1 0 0] [0 0 0]]
// {1 [{2 []} {3 [{40 []}]}]} {10 [{2 []} {3 [{40 []}]}]}
// 1 100
// [1 7 3 4] 2
// [5 7 3 4] [0]
// 432100 true
// false true 0 0 [] [] []int{} []int(nil)
// ["a" "b" "" "" "" "f"] 6
// 329
