package main

func main() {
	switch 1 {
	default:
	case 1:
	default: // ERROR "multiple defaults in switch \(first at .*|multiple defaults \(first at .*"
	}
	switch interface{}(1).(type) {
	default:
	default: // ERROR "multiple defaults in switch \(first at .*|multiple defaults \(first at .*"
	}
	c := make(chan int)
	select {
	default:
	default: // ERROR "multiple defaults in select \(first at .*|multiple defaults \(first at .*"
	case <-c:
	}
}
