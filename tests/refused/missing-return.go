package main

func a() int {
} // ERROR "missing return"

func b(x int) int {
	if x > 0 {
		return 1
	}
} // ERROR "missing return"

func c(x int) int {
	for x < 10 {
		return 1
	}
} // ERROR "missing return"

func d(x int) int {
	for {
		if x > 1 {
			break
		}
	}
} // ERROR "missing return"

func e(x int) int {
	switch x {
	case 1:
		return 1
	}
} // ERROR "missing return"

func f(x int) int {
	switch x {
	case 1:
		return 1
	default:
		break
	}
} // ERROR "missing return"

func g(c chan int) int {
	select {
	case <-c:
		return 1
	case c <- 1:
	}
} // ERROR "missing return"

func h() (n int) {
	n = 1
} // ERROR "missing return"

func i() int {
l:
	for {
		break l
	}
} // ERROR "missing return"

func ok1(x int) int {
	if x > 0 {
		return 1
	} else {
		panic("x")
	}
}

func ok2() int {
	for {
	}
}

func ok3(x int) int {
	switch {
	case x > 1:
		fallthrough
	case x > 2:
		return 1
	default:
		panic(1)
	}
}

func ok4() int {
	select {}
}

func ok5() int {
l:
	goto l
}

func ok6(x interface{}) int {
	switch x.(type) {
	case int:
		return 1
	default:
		{
			return 2
		}
	}
}

func j() int {
	for range []int{} {
		return 1
	}
} // ERROR "missing return"

func k(x int) int {
	if x > 1 {
		return 1
	} else if x > 2 {
		return 2
	}
} // ERROR "missing return"

func l() int {
	func() int { return 1 }()
} // ERROR "missing return"

var m = func() int {
} // ERROR "missing return"

func main() {}
