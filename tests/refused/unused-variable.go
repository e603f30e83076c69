package main

func f() (n int) {
	x := 1          // ERROR "declared and not used: x|x declared but not used"
	var y int       // ERROR "declared and not used: y|y declared but not used"
	var z, w = 1, 2 // ERROR "declared and not used: w|w declared but not used"
	_ = z
	for i := 0; ; { // ERROR "declared and not used: i|i declared but not used"
		break
	}
	for i, v := range []int{1} { // ERROR "declared and not used: i|declared and not used: v|i declared but not used|v declared but not used"
	}
	a := 0 // ERROR "declared and not used: a|a declared but not used"
	a = 5
	func() {
		b := 1 // ERROR "declared and not used: b|b declared but not used"
	}()
	if c := 1; true { // ERROR "declared and not used: c|c declared but not used"
	}
	switch t := interface{}(1).(type) { // ERROR "declared and not used: t|t declared but not used"
	case int:
	}
	var p *int // ERROR "declared and not used: p|p declared but not used"
	p = nil
	s := []int{} // ERROR "declared and not used: s|s declared but not used"
	s = nil
	const unusedConstIsFine = 1
	type UnusedTypeIsFine int
	arr := [1]int{}
	arr[0] = 1
	return
}

func main() { f() }
