package main

import "fmt"

func gen(n int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for i := 0; i < n; i++ {
			c <- i
		}
	}()
	return c
}

func sink(c chan<- string, s string) { c <- s }

func filter(in <-chan int, f func(int) bool) <-chan int {
	out := make(chan int)
	go func() {
		for v := range in {
			if f(v) {
				out <- v
			}
		}
		close(out)
	}()
	return out
}

type Src <-chan int

func (s Src) Sum() (n int) {
	for v := range s {
		n += v
	}
	return
}

type Both chan int

func (b Both) Send(v int) Both { b <- v; return b }

func main() {
	for v := range filter(filter(gen(30), func(i int) bool { return i%2 == 0 }), func(i int) bool { return i%3 == 0 }) {
		fmt.Print(v, " ")
	}
	fmt.Println()
	c := make(chan string, 1)
	sink(c, "x")
	fmt.Println(<-c)
	fmt.Println(Src(gen(5)).Sum())
	b := make(Both, 3)
	b.Send(1).Send(2)
	close(b)
	fmt.Println(Src((chan int)(b)).Sum())
	var r <-chan int = b
	var s chan<- int = b
	fmt.Printf("%T %T %T\n", r, s, b)
	cc := make(chan (<-chan int), 1)
	cc <- gen(2)
	fmt.Println(<-<-cc)
	x := make(chan (chan<- int), 1)
	y := make(chan int, 1)
	x <- y
	(<-x) <- 9
	fmt.Println(<-y)
	var i interface{} = r
	_, ok := i.(chan int)
	_, ok2 := i.(<-chan int)
	fmt.Println(ok, ok2, interface{}(y) == interface{}((<-chan int)(y)))
	fs := []func(<-chan int) int{func(c <-chan int) int { return <-c }, func(c <-chan int) int { return cap(c) }}
	z := make(chan int, 4)
	z <- 5
	fmt.Println(fs[0](z), fs[1](z))
}

// Output:
// 0 6 12 18 24
// x
// 10
// 3
// <-chan int chan<- int main.Both
// 0
// 9
// false true false
// 5 4
