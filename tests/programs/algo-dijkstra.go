// Shortest paths with a heap of interfaces.
package main

import (
	"container/heap"
	"fmt"
	"strings"
)

type edge struct {
	to   string
	cost int
}
type visit struct {
	at   string
	cost int
	from *visit
}
type queue []*visit

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].cost < q[j].cost }
func (q queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)        { *q = append(*q, x.(*visit)) }
func (q *queue) Pop() any {
	old := *q
	last := old[len(old)-1]
	*q = old[:len(old)-1]
	return last
}

func path(v *visit) string {
	var names []string
	for ; v != nil; v = v.from {
		names = append([]string{v.at}, names...)
	}
	return strings.Join(names, ">")
}

func main() {
	roads := map[string][]edge{
		"a": {{"b", 7}, {"c", 9}, {"f", 14}}, "b": {{"a", 7}, {"c", 10}, {"d", 15}},
		"c": {{"a", 9}, {"b", 10}, {"d", 11}, {"f", 2}}, "d": {{"b", 15}, {"c", 11}, {"e", 6}},
		"e": {{"d", 6}, {"f", 9}}, "f": {{"a", 14}, {"c", 2}, {"e", 9}},
	}
	done := map[string]int{}
	q := &queue{{at: "a"}}
	for q.Len() > 0 {
		v := heap.Pop(q).(*visit)
		if _, seen := done[v.at]; seen {
			continue
		}
		done[v.at] = v.cost
		fmt.Println(v.at, v.cost, path(v))
		for _, e := range roads[v.at] {
			heap.Push(q, &visit{e.to, v.cost + e.cost, v})
		}
	}
}

// Output:
// a 0 a
// b 7 a>b
// c 9 a>c
// f 11 a>c>f
// d 20 a>c>d
// e 20 a>c>f>e
