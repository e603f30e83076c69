package main

import "fmt"

func f() int { return 1 }

func main() {
	x, y := 1, 2
	x + y // ERROR "x \+ y \(value of type int\) is not used"
	x == y // ERROR "x == y \(untyped bool value\) is not used"
	x // ERROR "x \(variable of type int\) is not used"
	-x // ERROR "-x \(value of type int\) is not used"
	f // ERROR "f \(value of type func\(\) int\) is not used"
	f()
	(f())
	"abc" // ERROR ".abc. \(untyped string constant\) is not used"
	len("abc") // ERROR "len\(.abc.\) \(constant 3 of type int\) is not used"
	append([]int{}, 1) // ERROR "append\(\[\]int\{\}, 1\) \(value of type \[\]int\) is not used"
	cap([]int{}) // ERROR "cap\(\[\]int\{\}\) \(value of type int\) is not used"
	new(int) // ERROR "new\(int\) \(value of type \*int\) is not used"
	make([]int, 1) // ERROR "make\(\[\]int, 1\) \(value of type \[\]int\) is not used"
	complex(1, 2) // ERROR "complex\(1, 2\) \(untyped complex constant \(1 \+ 2i\)\) is not used"
	int(1) // ERROR "int\(1\) \(constant 1 of type int\) is not used"
	func() {} // ERROR "func\(\) \{\} \(value of type func\(\)\) is not used"
	[]int{1} // ERROR "\[\]int\{…\} \(value of type \[\]int\) is not used"
	map[string]int{}["a"] // ERROR "map\[string\]int\{\}\[.a.\] \(map index expression of type int\) is not used"
	fmt.Println // ERROR "fmt\.Println \(value of type func\(a \.\.\.any\) \(n int, err error\)\) is not used"
	&x // ERROR "&x \(value of type \*int\) is not used"
	*(&x) // ERROR "\*\(&x\) \(variable of type int\) is not used"
	c := make(chan int, 1)
	<-c
	(<-c)
	x.y // ERROR "x\.y undefined \(type int has no field or method y\)"
	interface{}(1).(int) // ERROR "interface\{\}\(1\)\.\(int\) \(comma, ok expression of type int\) is not used"
	defer len("a") // ERROR "defer discards result of len\(.a.\) \(constant 1 of type int\)"
	go append([]int{}, 1) // ERROR "go discards result of append\(\[\]int\{\}, 1\) \(value of type \[\]int\)"
	defer int(3) // ERROR "defer requires function call, not conversion int\(3\) \(constant 3 of type int\)"
	defer f // ERROR "expression in defer must be function call"
	go func() {} // ERROR "expression in go must be function call"
	defer recover()
	defer panic(1)
	nil // ERROR "nil is not used"
	1 // ERROR "1 \(untyped int constant\) is not used"
}
