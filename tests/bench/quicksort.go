// Class: arithmetic and arrays
package main

import "fmt"

func quicksort(a []int) {
	for len(a) > 1 {
		pivot, i, j := a[len(a)/2], 0, len(a)-1
		for i <= j {
			for a[i] < pivot {
				i++
			}
			for a[j] > pivot {
				j--
			}
			if i <= j {
				a[i], a[j] = a[j], a[i]
				i++
				j--
			}
		}
		quicksort(a[:j+1])
		a = a[i:]
	}
}

func main() {
	a := make([]int, 5000000)
	state := uint64(7)
	for i := range a {
		state = state*6364136223846793005 + 1442695040888963407
		a[i] = int(state >> 33)
	}
	quicksort(a)
	fmt.Println(a[0], a[len(a)/2], a[len(a)-1])
}
