// Kruskal's tree with union by rank and path halving.
package main

import (
	"fmt"
	"sort"
)

type sets []int

func newSets(n int) sets {
	s := make(sets, n)
	for i := range s {
		s[i] = -1
	}
	return s
}
func (s sets) find(x int) int {
	for s[x] >= 0 {
		if s[s[x]] >= 0 {
			s[x] = s[s[x]]
		}
		x = s[x]
	}
	return x
}
func (s sets) join(a, b int) bool {
	a, b = s.find(a), s.find(b)
	if a == b {
		return false
	}
	if s[a] > s[b] {
		a, b = b, a
	}
	s[a] += s[b]
	s[b] = a
	return true
}

func main() {
	type edge struct{ a, b, w int }
	var edges []edge
	for i := 0; i < 12; i++ {
		for j := i + 1; j < 12; j++ {
			edges = append(edges, edge{i, j, (i*37 + j*91) % 53})
		}
	}
	sort.Slice(edges, func(i, j int) bool {
		x, y := edges[i], edges[j]
		if x.w != y.w {
			return x.w < y.w
		}
		return x.a*12+x.b < y.a*12+y.b
	})
	s, total := newSets(12), 0
	for _, e := range edges {
		if s.join(e.a, e.b) {
			total += e.w
			fmt.Print(e, " ")
		}
	}
	fmt.Println(total, s.find(3) == s.find(11), -s[s.find(0)])
}

// Output:
// {1 6 0} {0 7 1} {8 9 2} {7 10 3} {6 11 4} {4 6 5} {3 7 6} {1 2 7} {2 8 7} {6 7 11} {5 8 12} 58 true 12
