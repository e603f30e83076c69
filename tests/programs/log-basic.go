package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
)

func main() {
	var buf bytes.Buffer
	l := log.New(&buf, "pre: ", 0)
	l.Println("hello", 1)
	l.Printf("n=%d", 5)
	l.Print("no newline")
	l.Print("with newline\n")
	l.SetPrefix("new ")
	l.Println(l.Prefix(), l.Flags())
	l.SetFlags(log.Lmsgprefix)
	l.Println("msg")
	fmt.Print(buf.String())
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		l.Panicf("bad %d", 1)
	}()
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	log.Println("default logger")
	log.SetPrefix("p:")
	log.Print("x")
	log.SetOutput(os.Stderr)
	log.Fatalf("fatal %s", "end")
}

// Output:
// pre: hello 1
// pre: n=5
// pre: no newline
// pre: with newline
// new new  0
// new msg
// recovered bad 1
// default logger
// p:x
// Stderr: p:fatal end
// Exit: 1
