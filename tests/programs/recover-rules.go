// When recover stops a panic, and when it does not.
package main

import (
	"fmt"
	"runtime"
)

type B struct{}

func (b *B) Rescue() { fmt.Println("method:", recover()) }

type D struct{ B }
type I interface{ Rescue() }

func helper() any { return recover() }

func direct() (r int) {
	defer func() { recover(); r = 7 }()
	panic("x")
}

func unnamed() int {
	defer func() { recover() }()
	panic("x")
}

func kept() (r int, s string) {
	defer func() { recover() }()
	r, s = 3, "kept"
	var p *int
	return *p, "lost"
}

func throughHelper() {
	defer func() { fmt.Println("outer:", recover()) }()
	defer func() { fmt.Println("helper:", helper()) }()
	panic("deep")
}

func promoted() {
	var i I = &D{}
	defer i.Rescue()
	panic("promoted")
}

func replaced() {
	defer func() { fmt.Println("replaced:", recover()) }()
	defer func() { panic("second") }()
	panic("first")
}

func inner() {
	defer func() { fmt.Println("first still there:", recover()) }()
	defer func() {
		defer func() { fmt.Println("second stopped:", recover()) }()
		panic("second")
	}()
	panic("first")
}

func again() {
	defer func() { fmt.Println("again:", recover()) }()
	defer func() { panic(fmt.Sprint("re-", recover())) }()
	panic("first")
}

func rest() {
	defer fmt.Println("runs too")
	defer func() { fmt.Println("rest:", recover()) }()
	defer fmt.Println("runs before")
	panic("rest")
}

func loop() {
	for i := 0; i < 3; i++ {
		func() {
			defer func() { fmt.Println("loop:", recover()) }()
			panic(i)
		}()
	}
}

func builtin() {
	defer func() { fmt.Println("not by a deferred recover:", recover()) }()
	defer recover()
	panic("x")
}

func builtinInside() {
	defer func() { fmt.Println("nothing left:", recover()) }()
	defer func() { defer recover() }()
	panic("x")
}

func goexit() {
	done := make(chan bool)
	go func() {
		defer close(done)
		defer func() { fmt.Println("goexit is no panic:", recover()) }()
		defer func() {
			defer func() { fmt.Println("panic in goexit:", recover()) }()
			panic("in between")
		}()
		runtime.Goexit()
		fmt.Println("never")
	}()
	<-done
}

func goexitGoesOn() {
	done := make(chan bool)
	go func() {
		defer close(done)
		func() {
			defer func() { fmt.Println("stops the panic only:", recover()) }()
			func() {
				defer func() { panic("from a deferred call") }()
				runtime.Goexit()
			}()
		}()
		fmt.Println("never")
	}()
	<-done
}

func main() {
	fmt.Println(direct(), unnamed())
	fmt.Println(kept())
	throughHelper()
	promoted()
	replaced()
	inner()
	again()
	rest()
	loop()
	builtin()
	builtinInside()
	goexit()
	goexitGoesOn()
	fmt.Println("no panic:", recover())
}

// Output:
// 7 0
// 3 kept
// helper: <nil>
// outer: deep
// method: promoted
// replaced: second
// second stopped: second
// first still there: first
// again: re-first
// runs before
// rest: rest
// runs too
// loop: 0
// loop: 1
// loop: 2
// not by a deferred recover: x
// nothing left: <nil>
// panic in goexit: in between
// goexit is no panic: <nil>
// stops the panic only: from a deferred call
// no panic: <nil>
