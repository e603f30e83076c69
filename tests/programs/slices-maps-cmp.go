package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

type P struct {
	name string
	age  int
}

func main() {
	s := []int{3, 1, 2}
	t := slices.Clone(s)
	slices.Sort(t)
	fmt.Println(s, t, slices.IsSorted(t), slices.Contains(s, 2), slices.Index(s, 1), slices.Index(s, 9))
	fmt.Println(slices.Max(s), slices.Min(s), slices.Equal(s, t))
	i, ok := slices.BinarySearch(t, 2)
	j, ok2 := slices.BinarySearch(t, 7)
	fmt.Println(i, ok, j, ok2)
	ps := []P{{"b", 2}, {"a", 2}, {"c", 1}}
	slices.SortFunc(ps, func(x, y P) int { return cmp.Or(cmp.Compare(x.age, y.age), strings.Compare(x.name, y.name)) })
	fmt.Println(ps)
	slices.SortStableFunc(ps, func(x, y P) int { return -cmp.Compare(x.age, y.age) })
	fmt.Println(ps, slices.IndexFunc(ps, func(p P) bool { return p.name == "c" }))
	s = slices.Insert(s, 1, 10, 20)
	fmt.Println(s)
	s = slices.Delete(s, 0, 2)
	fmt.Println(s, slices.Compact([]int{1, 1, 2, 2, 1}), slices.Compare([]int{1, 2}, []int{1, 3}))
	s = slices.Replace(s, 0, 1, 7, 8, 9)
	slices.Reverse(s)
	fmt.Println(s, slices.Concat([]int{1}, nil, []int{2, 3}), slices.Repeat([]string{"x"}, 3))
	fmt.Println(cmp.Compare(1, 2), cmp.Less("b", "a"), cmp.Or(0, 3, 4), cmp.Or("", "d"))
	m := map[string]int{"a": 1, "b": 2}
	n := maps.Clone(m)
	n["c"] = 3
	fmt.Println(len(m), len(n), maps.Equal(m, n))
	maps.Copy(m, map[string]int{"z": 26})
	maps.DeleteFunc(m, func(k string, v int) bool { return v == 1 })
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)))
	fmt.Println(slices.ContainsFunc(s, func(i int) bool { return i > 8 }), slices.DeleteFunc([]int{1, 2, 3, 4}, func(i int) bool { return i%2 == 0 }))
	for c := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(c, " ")
	}
	fmt.Println()
	for i, v := range slices.All([]string{"p", "q"}) {
		fmt.Print(i, v, " ")
	}
	fmt.Println(slices.Collect(slices.Values([]int{4, 5})))
	for w := range strings.SplitSeq("a,b,c", ",") {
		fmt.Print(w, ";")
	}
	fmt.Println()
	fmt.Println(maps.Collect(slices.All([]string{"x", "y"})), slices.MaxFunc(ps, func(x, y P) int { return cmp.Compare(x.name, y.name) }))
	func() {
		defer func() { fmt.Println(recover()) }()
		slices.Max([]int{})
	}()
}

// Needs: go1.24
// Output:
// [3 1 2] [1 2 3] true true 1 -1
// 3 1 false
// 1 true 3 false
// [{c 1} {a 2} {b 2}]
// [{a 2} {b 2} {c 1}] 2
// [3 10 20 1 2]
// [20 1 2] [1 2 1] -1
// [2 1 9 8 7] [1 2 3] [x x x]
// -1 false 3 d
// 2 3 false
// [b z] [2 26]
// true [1 3]
// [1 2] [3 4] [5]
// 0p 1q [4 5]
// a;b;c;
// map[0:x 1:y] {c 1}
// slices.Max: empty list
