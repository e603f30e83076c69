package main

func main() {
	_ = min()            // ERROR "invalid operation: not enough arguments for min\(\) \(expected 1, found 0\)"
	_ = max("a", 1)      // ERROR "invalid argument: mismatched types untyped string \(previous argument\) and untyped int \(type of 1\)"
	_ = min([]int{})     // ERROR "invalid argument: \[\]int\{\} \(value of type \[\]int\) cannot be ordered"
	_ = max(1, nil)      // ERROR "invalid argument: nil cannot be ordered"
	_ = min(true, false) // ERROR "invalid argument: true \(untyped bool constant\) cannot be ordered"
	_ = max(1i, 2i)      // ERROR "invalid argument: 1i \(untyped complex constant \(0 \+ 1i\)\) cannot be ordered"
	var x int
	var f float64
	_ = min(x, f)           // ERROR "invalid argument: mismatched types int \(previous argument\) and float64 \(type of f\)"
	_ = max(x, 1.5)         // ERROR "1\.5 \(untyped float constant\) truncated to int"
	_ = min(x...)           // ERROR "invalid operation: invalid use of \.\.\. with built-in min"
	max(1, 2)               // ERROR "max\(1, 2\) \(untyped int constant 2\) is not used"
	clear(1)                // ERROR "invalid argument: clear 1 \(untyped int constant\) must be a map or slice"
	clear([3]int{})         // ERROR "invalid argument: clear \[3\]int\{\} \(value of type \[3\]int\) must be a map or slice"
	clear()                 // ERROR "invalid operation: not enough arguments for clear\(\) \(expected 1, found 0\)"
	clear(map[int]int{}, 1) // ERROR "invalid operation: too many arguments for clear\(map\[int\]int\{\}, 1\) \(expected 1, found 2\)"
	_ = clear([]int{})      // ERROR "clear\(\[\]int\{\}\) \(no value\) used as value"
	clear("abc")            // ERROR "invalid argument: clear .abc. \(untyped string constant\) must be a map or slice"
	defer min(1, 2)         // ERROR "defer discards result of min\(1, 2\) \(untyped int constant 1\)"
	go clear(map[int]int{})
	min = nil // ERROR "min \(built-in\) must be called"
	_ = max   // ERROR "max \(built-in\) must be called"
}

// Needs: go1.21
