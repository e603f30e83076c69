package main

func f(r <-chan int, s chan<- int, c chan int) {
	r <- 1        // ERROR "invalid operation: cannot send to receive-only channel r \(variable of type <-chan int\)"
	<-s           // ERROR "invalid operation: cannot receive from send-only channel s \(variable of type chan<- int\)"
	v := <-s      // ERROR "invalid operation: cannot receive from send-only channel s \(variable of type chan<- int\)"
	c <- "a"      // ERROR "cannot use .a. \(untyped string constant\) as int value in send"
	close(r)      // ERROR "invalid operation: cannot close receive-only channel r \(variable of type <-chan int\)"
	for range s { // ERROR "cannot range over s \(variable of type chan<- int\): receive from send-only channel|cannot range over s \(variable of type chan<- int\) \(receive from send-only channel\)"
	}
	for a, b := range c { // ERROR "range over c \(variable of type chan int\) permits only one iteration variable"
		_, _ = a, b
	}
	var x chan string = c // ERROR "cannot use c \(variable of type chan int\) as chan string value in variable declaration|cannot use c \(variable of type chan int\) as type chan string in variable declaration"
	c = r                 // ERROR "cannot use r \(variable of type <-chan int\) as chan int value in assignment|cannot use r \(variable of type <-chan int\) as type chan int in assignment"
	r = c
	s = c
	r = s          // ERROR "cannot use s \(variable of type chan<- int\) as <-chan int value in assignment|cannot use s \(variable of type chan<- int\) as type <-chan int in assignment"
	5 <- 1         // ERROR "invalid operation: cannot send to non-channel 5 \(untyped int constant\)"
	a, b, d := <-c // ERROR "assignment mismatch: 3 variables but 1 value"
	select {
	case 1: // ERROR "select case must be receive, send or assign recv|select case must be send or receive \(possibly with assignment\)"
	case c: // ERROR "select case must be receive, send or assign recv|select case must be send or receive \(possibly with assignment\)"
	case f(r, s, c): // ERROR "select case must be receive, send or assign recv|select case must be send or receive \(possibly with assignment\)"
	case v := 1: // ERROR "select case must be receive, send or assign recv|select case must be send or receive \(possibly with assignment\)"
	case v, ok := <-c:
		_, _ = v, ok
	case <-c:
	case c <- 1:
	case x := <-r:
		_ = x
	default:
	}
	select {
	case <-s: // ERROR "invalid operation: cannot receive from send-only channel s \(variable of type chan<- int\)"
	case r <- 1: // ERROR "invalid operation: cannot send to receive-only channel r \(variable of type <-chan int\)"
	}
	_, _, _, _, _ = v, x, a, b, d
	_ = len(r) + cap(s)
	_ = make(chan int, "a") // ERROR "cannot convert .a. \(untyped string constant\) to type int|cannot convert .a. \(untyped string constant\) to int"
	_ = c == s
	_ = r == s // ERROR "invalid operation: r == s \(mismatched types <-chan int and chan<- int\)"
}

func main() {}
