package main

type Celsius float64

func main() {
	var x interface{} = Celsius(1)
	_ = x.(float64)
}

// Stderr: panic: interface conversion: interface {} is main.Celsius, not float64
// Exit: 2
