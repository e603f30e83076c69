package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Println(len(os.Args), os.Args[0] != "", os.Args[1:])
	v, ok := os.LookupEnv("SURELY_NOT_SET_ANYWHERE")
	fmt.Printf("%q %v %q\n", v, ok, os.Getenv("SURELY_NOT_SET_ANYWHERE"))
	os.Stdout.WriteString("direct\n")
	os.Stdout.Write([]byte("bytes\n"))
	fmt.Fprintln(os.Stdout, "fprintln")
}

// Output:
// 1 true []
// "" false ""
// direct
// bytes
// fprintln
