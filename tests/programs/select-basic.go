package main

import "fmt"

func val(s string, v int) int           { fmt.Print(s, " "); return v }
func chn(s string, c chan int) chan int { fmt.Print(s, " "); return c }
func ptr(s string, p *[2]int) *[2]int   { fmt.Print(s, " "); return p }

func main() {
	a, b := make(chan int, 1), make(chan int, 1)
	a <- 1
	var arr [2]int
	select {
	case ptr("lhs", &arr)[val("idx", 1)] = <-chn("a", a):
		fmt.Println("a", arr)
	case chn("b", nil) <- val("v", 2):
		fmt.Println("b")
	}
	select {
	case chn("c", b) <- val("x", 7):
		fmt.Println("sent", <-b)
	case ptr("never", &arr)[0] = <-chn("d", a):
	}
	select {
	default:
		fmt.Println("only default")
	}
	var ok bool
	close(a)
	select {
	case arr[0], ok = <-a:
		fmt.Println(arr, ok)
	}
	select {
	case v, ok := <-a:
		fmt.Println(v, ok)
	}
	var i interface{}
	b <- 4
	select {
	case i = <-b:
		fmt.Println(i)
	}
	m := map[string]int{}
	b <- 5
	select {
	case m["k"] = <-b:
	}
	b <- 6
	select {
	case m["n"], m2["ok"] = <-b:
	}
	fmt.Println(m, m2)
	c := make(chan int)
	counts := [3]int{}
	for k := 0; k < 3000; k++ {
		x, y, z := make(chan int, 1), make(chan int, 1), make(chan int, 1)
		x <- 1
		y <- 1
		select {
		case <-x:
			counts[0]++
		case <-y:
			counts[1]++
		case z <- 1:
			counts[2]++
		case <-c:
		}
	}
	fmt.Println(counts[0] > 700, counts[1] > 700, counts[2] > 700, counts[0]+counts[1]+counts[2])
	done := make(chan bool)
	go func() {
		for v := range c {
			fmt.Print(v, " ")
		}
		close(done)
	}()
	ks := 0
	for k := 0; k < 5; k++ {
		select {
		case c <- k:
			if k == 2 {
				break
			}
			ks += k
		}
	}
	close(c)
	<-done
	fmt.Println(ks)
	select {
	case <-func() chan int { c := make(chan int, 1); c <- 9; return c }():
		fmt.Println("expression")
	}
	e := make(chan error, 1)
	e <- nil
	select {
	case err := <-e:
		fmt.Println(err == nil)
	}
	s := make(chan string, 1)
	select {
	case s <- "a" + "b":
		v := <-s
		fmt.Println(v)
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		select {
		case a <- 1:
		case <-make(chan int):
		}
	}()
	same := make(chan int, 1)
	for k := 0; k < 4; k++ {
		select {
		case v := <-same:
			fmt.Print("r", v, " ")
		case same <- k:
			fmt.Print("s", k, " ")
		}
	}
	fmt.Println()
}

var m2 = map[string]bool{}

// Output:
// a b v lhs idx a [0 1]
// c x d sent 7
// only default
// [0 1] false
// 0 false
// 4
// map[k:5 n:6] map[ok:true]
// true true true 3000
// 0 1 2 3 4 8
// expression
// true
// ab
// send on closed channel
// s0 r0 s2 r2
