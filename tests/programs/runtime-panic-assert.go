package main

import "fmt"

func main() {
	var x interface{} = "str"
	fmt.Println(x.(fmt.Stringer))
}

// Stderr: panic: interface conversion: string is not fmt.Stringer: missing method String
// Exit: 2
