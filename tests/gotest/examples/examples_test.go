package examples

import (
	"fmt"
	"os"
)

func Example() {
	fmt.Println("hello")
	// Output: hello
}

func ExampleLines() {
	fmt.Println("one")
	fmt.Println("  two  ")
	fmt.Fprintln(os.Stdout, "three")
	// Output:
	// one
	//   two
	// three
}

func ExampleUnordered() {
	for _, x := range []int{3, 1, 2} {
		fmt.Println(x)
	}
	// Unordered output:
	// 1
	// 2
	// 3
}

func ExampleNotRun() {
	fmt.Println("never")
}

func ExampleEmpty() {
	// Output:
}

func ExampleWrong() {
	fmt.Println("got this")
	// Output: wanted that
}

func ExampleWrongUnordered() {
	fmt.Println("x\ny")
	/* Unordered output: y
	z */
}
