// Topological order by depth-first search; a cycle is told by a panic of its own type.
package main

import (
	"fmt"
	"sort"
	"strings"
)

type cycle []string

func (c cycle) Error() string { return "cycle: " + strings.Join(c, " -> ") }

func order(needs map[string][]string) (out []string, err error) {
	state := map[string]int{}
	var path []string
	defer func() {
		switch p := recover().(type) {
		case nil:
		case cycle:
			err = p
		default:
			panic(p)
		}
	}()
	var visit func(string)
	visit = func(n string) {
		switch state[n] {
		case 1:
			panic(cycle(append(path, n)))
		case 2:
			return
		}
		state[n] = 1
		path = append(path, n)
		for _, m := range needs[n] {
			visit(m)
		}
		path = path[:len(path)-1]
		state[n] = 2
		out = append(out, n)
	}
	var names []string
	for n := range needs {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		visit(n)
	}
	return
}

func main() {
	needs := map[string][]string{"calculus": {"algebra"}, "compilers": {"data", "formal", "organization"}, "data": {"discrete"},
		"databases": {"data"}, "discrete": {"intro"}, "formal": {"discrete"}, "networks": {"os"}, "os": {"data", "organization"}}
	fmt.Println(order(needs))
	needs["intro"] = []string{"os"}
	_, err := order(needs)
	var c cycle
	c, ok := err.(cycle)
	fmt.Println(err, len(c), ok)
}

// Output:
// [algebra calculus intro discrete data formal organization compilers databases os networks] <nil>
// cycle: compilers -> data -> discrete -> intro -> os -> data 6 true
