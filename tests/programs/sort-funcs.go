package main

import (
	"fmt"
	"sort"
)

type person struct {
	name string
	age  int
}
type byAge []person

func (b byAge) Len() int           { return len(b) }
func (b byAge) Less(i, j int) bool { return b[i].age < b[j].age }
func (b byAge) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func main() {
	a := []int{5, 2, 8, 1, 9, 3}
	sort.Ints(a)
	fmt.Println(a, sort.IntsAreSorted(a), sort.SearchInts(a, 5), sort.SearchInts(a, 4), sort.SearchInts(a, 100))
	s := []string{"b", "a", "", "é", "B"}
	sort.Strings(s)
	fmt.Printf("%q %v\n", s, sort.SearchStrings(s, "b"))
	f := []float64{2.5, -1, 0}
	sort.Float64s(f)
	fmt.Println(f)
	sort.Sort(sort.Reverse(sort.IntSlice(a)))
	fmt.Println(a)
	ps := []person{{"a", 3}, {"b", 1}, {"c", 3}, {"d", 2}, {"e", 1}}
	sort.Stable(byAge(ps))
	fmt.Println(ps)
	sort.SliceStable(ps, func(i, j int) bool { return ps[i].age > ps[j].age })
	fmt.Println(ps)
	sort.Slice(ps, func(i, j int) bool { return ps[i].name > ps[j].name })
	fmt.Println(ps, sort.SliceIsSorted(ps, func(i, j int) bool { return ps[i].name > ps[j].name }))
	fmt.Println(sort.Search(100, func(i int) bool { return i*i >= 50 }), sort.Search(0, func(int) bool { return true }), sort.IsSorted(byAge(ps)))
	big := make([]int, 2000)
	x := uint32(1)
	for i := range big {
		x = x*1664525 + 1013904223
		big[i] = int(x >> 20)
	}
	sort.Ints(big)
	ok := true
	for i := 1; i < len(big); i++ {
		ok = ok && big[i-1] <= big[i]
	}
	fmt.Println(ok)
	type kv struct{ k, v int }
	var kvs []kv
	for i := 0; i < 500; i++ {
		kvs = append(kvs, kv{i * 7 % 10, i})
	}
	sort.SliceStable(kvs, func(i, j int) bool { return kvs[i].k < kvs[j].k })
	for i := 1; i < len(kvs); i++ {
		if kvs[i-1].k == kvs[i].k && kvs[i-1].v > kvs[i].v {
			ok = false
		}
	}
	fmt.Println(ok)
	m := map[string]int{"z": 1, "a": 2, "m": 3}
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Print(k, m[k], " ")
	}
	fmt.Println()
	sort.Slice([]int(nil), func(i, j int) bool { return true })
	sort.Sort(sort.StringSlice(s))
	fmt.Println(sort.StringsAreSorted(s), sort.Float64sAreSorted(f))
	i, found := sort.Find(3, func(i int) int { return 1 - i })
	fmt.Println(i, found)
}

// Output:
// [1 2 3 5 8 9] true 3 3 6
// ["" "B" "a" "b" "é"] 3
// [-1 0 2.5]
// [9 8 5 3 2 1]
// [{b 1} {e 1} {d 2} {a 3} {c 3}]
// [{a 3} {c 3} {d 2} {b 1} {e 1}]
// [{e 1} {d 2} {c 3} {b 1} {a 3}] true
// 8 0 false
// true
// true
// a2 m3 z1
// true true
// 1 true
