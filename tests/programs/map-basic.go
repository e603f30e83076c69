package main

import "fmt"

type K struct {
	a int
	b string
}

func main() {
	m := map[string]int{"a": 1, "b": 2}
	m["c"]++
	m["c"] += 5
	v, ok := m["z"]
	fmt.Println(m, len(m), v, ok, m["c"])
	delete(m, "a")
	delete(m, "nope")
	_, ok = m["a"]
	fmt.Println(m, ok)
	var nilm map[string]int
	fmt.Println(nilm["x"], len(nilm), nilm == nil, nilm)
	delete(nilm, "x")
	for range nilm {
		fmt.Println("never")
	}
	n := m
	n["shared"] = 1
	fmt.Println(m["shared"], len(m))
	ks := map[K][]int{{1, "x"}: {1, 2}, {2, "y"}: nil}
	ks[K{2, "y"}] = append(ks[K{2, "y"}], 7)
	ks[K{3, "z"}] = append(ks[K{3, "z"}], 8)
	fmt.Println(ks[K{1, "x"}], ks[K{2, "y"}], ks[K{3, "z"}], len(ks))
	ip := map[*int]string{}
	a, b := 1, 1
	ip[&a] = "a"
	ip[&b] = "b"
	fmt.Println(ip[&a], ip[&b], len(ip))
	mi := map[interface{}]string{1: "int", 1.0: "float", "1": "string", int8(1): "int8", K{1, "k"}: "K", [1]int{1}: "arr", nil: "nil", true: "t"}
	fmt.Println(mi[1], mi[1.0], mi["1"], mi[int8(1)], mi[int16(1)] == "", mi[K{1, "k"}], mi[[1]int{1}], mi[nil], mi[1 == 1], len(mi))
	mm := map[string]map[string]int{}
	if mm["x"] == nil {
		mm["x"] = map[string]int{}
	}
	mm["x"]["y"] = 3
	fmt.Println(mm, mm["q"]["r"])
	pm := map[string]*K{"p": {1, "one"}}
	pm["p"].a = 50
	fmt.Println(*pm["p"])
	fm := map[string]func(int) int{"dbl": func(x int) int { return 2 * x }}
	fmt.Println(fm["dbl"](4), fm["none"] == nil)
	cm := map[chan int]int{}
	c := make(chan int)
	cm[c] = 1
	cm[nil] = 2
	fmt.Println(cm[c], cm[nil], cm[make(chan int)])
	st := map[int]struct{}{1: {}, 2: {}}
	_, has := st[2]
	fmt.Println(len(st), has)
	big := make(map[int]int, 10)
	for i := 0; i < 5000; i++ {
		big[i*7919] = i
	}
	sum := 0
	for k, v := range big {
		if k != v*7919 {
			fmt.Println("wrong")
		}
		sum += v
	}
	for i := 0; i < 5000; i += 2 {
		delete(big, i*7919)
	}
	fmt.Println(len(big), sum, big[7919], big[2*7919])
	x, y := m["b"], m["shared"]
	m["b"], m["shared"] = y, x
	fmt.Println(m["b"], m["shared"])
	fmt.Println(map[bool]int{true: 1, false: 0}, map[rune]string{'b': "B", 'a': "A"}, map[float64]int{2.5: 1, -1: 2})
	i := 0
	m2 := map[int]int{}
	i, m2[i] = 1, 5
	fmt.Println(i, m2)
}

// Output:
// map[a:1 b:2 c:6] 3 0 false 6
// map[b:2 c:6] false
// 0 0 true map[]
// 1 3
// [1 2] [7] [8] 3
// a b 2
// int float string int8 true K arr nil t 8
// map[x:map[y:3]] 0
// {50 one}
// 8 true
// 1 2 0
// 2 true
// 2500 12497500 1 0
// 1 2
// map[false:0 true:1] map[97:A 98:B] map[-1:2 2.5:1]
// 1 map[0:5]
