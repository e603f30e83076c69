package main;

import "fmt";

func main() {
	fmt.Println("a");;
	fmt.Println("b") fmt.Println("c") // ERROR "syntax error: unexpected name fmt at end of statement|syntax error: unexpected fmt at end of statement"
}
