// Class: maps and fmt
package main

import "fmt"

type key struct{ a, b int32 }

func main() {
	ints, pairs := map[int]int{}, map[key]int{}
	for i := 0; i < 6000000; i++ {
		ints[i*31%50000]++
		pairs[key{int32(i % 300), int32(i % 7)}] += i & 1
	}
	sum := 0
	for k, v := range ints {
		sum += k ^ v
	}
	for k, v := range pairs {
		sum += int(k.a-k.b) * v
	}
	fmt.Println(len(ints), len(pairs), sum)
}
