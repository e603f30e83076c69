package main

func main() {
	switch 1 {
	default:
	case 1:
	default: // ERROR "multiple defaults in switch \(first at \./rwork/syntax-switch-defaults\.go:5:2\)|multiple defaults \(first at /tmp/progs/rwork/syntax-switch-defaults\.go:5:2\)"
	}
	switch interface{}(1).(type) {
	default:
	default: // ERROR "multiple defaults in switch \(first at \./rwork/syntax-switch-defaults\.go:10:2\)|multiple defaults \(first at /tmp/progs/rwork/syntax-switch-defaults\.go:10:2\)"
	}
	c := make(chan int)
	select {
	default:
	default: // ERROR "multiple defaults in select \(first at \./rwork/syntax-switch-defaults\.go:15:2\)|multiple defaults \(first at /tmp/progs/rwork/syntax-switch-defaults\.go:15:2\)"
	case <-c:
	}
}
