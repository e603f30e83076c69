package main

func main() {
	var e interface{}
	_ = e.() // ERROR "syntax error: unexpected \), expected type|syntax error: unexpected \), expecting type"
}
