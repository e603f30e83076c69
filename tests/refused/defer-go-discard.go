package main

type T struct{}

func (T) M() int { return 1 }

func main() {
	var t T
	defer t.M()
	defer cap([]int{})   // ERROR "defer discards result of cap\(\[\]int\{\}\) \(value of type int\)"
	defer new(int)       // ERROR "defer discards result of new\(int\) \(value of type \*int\)"
	defer make([]int, 1) // ERROR "defer discards result of make\(\[\]int, 1\) \(value of type \[\]int\)"
	defer string("x")    // ERROR "defer requires function call, not conversion string\(.x.\) \(constant .x. of type string\)"
	defer panic("x")
	defer print()
	defer close(make(chan int))
	defer copy([]int{}, []int{})
	defer delete(map[int]int{}, 1)
	defer recover()
	go func() {}()
	go len("x")      // ERROR "go discards result of len\(.x.\) \(constant 1 of type int\)"
	go complex(1, 2) // ERROR "go discards result of complex\(1, 2\) \(untyped complex constant \(1 \+ 2i\)\)"
	go imag(1i)      // ERROR "go discards result of imag\(1i\) \(untyped float constant 1\)"
}
