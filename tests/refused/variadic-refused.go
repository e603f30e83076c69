package main

func f(xs ...int)             {}
func g(a string, xs ...interface{}) {}
func h(a int)                 {}
func two() (int, int)         { return 1, 2 }
func mixed() (string, int)    { return "", 1 }

func main() {
	s := []int{1}
	f(s...)
	f(1, s...)
	f(s)
	f([]string{}...)
	f(two())
	f(two()...)
	f(1, two())
	f("a")
	f(1, "b", 3)
	f(nil)
	f(nil...)
	h(s...)
	g("a", s...)
	g("a", s, 1, nil)
	g(mixed())
	g()
	var fn func([]int) = f
	var fv func(...int) = f
	fv(1, 2)
	_ = fn
	f([1]int{1}...)
	f([]int(nil)...)
	f(1...) // ERROR "syntax error: unexpected \., expected name or \(|syntax error: unexpected \., expecting name or \("
	_ = append(s, s)
	_ = append(s, "a"...)
	_ = append([]byte{}, "a"...)
	_ = append([]byte{}, "a")
	_ = append(s, []int32{}...)
	_ = append(nil, 1)
	_ = append([1]int{}, 1)
	print(s...)
	copy(s, "a")
	copy([]byte{}, "a")
	copy([1]int{}, s)
	_ = make([]int, s...)
}
