// Class: maps and fmt
package main

import (
	"fmt"
	"sort"
)

func main() {
	counts := map[string]int{}
	state := uint32(1)
	for i := 0; i < 3000000; i++ {
		state = state*1664525 + 1013904223
		counts[fmt.Sprintf("w%d", state>>20)]++
	}
	keys := make([]string, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	fmt.Println(len(keys), keys[0], counts[keys[0]])
}
