package main

func main() {
	for i, j, k := range []int{} { // ERROR "declared and not used: i|declared and not used: j|range clause permits at most two iteration variables|i declared but not used|j declared but not used"
	}
}
