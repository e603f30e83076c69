// An interpreter for a language of eight signs.
package main

import (
	"fmt"
	"os"
	"strings"
)

func run(src string, in string) string {
	jump := map[int]int{}
	var open []int
	for i, c := range src {
		switch c {
		case '[':
			open = append(open, i)
		case ']':
			j := open[len(open)-1]
			open = open[:len(open)-1]
			jump[i], jump[j] = j, i
		}
	}
	var tape [300]byte
	var out strings.Builder
	for pc, at := 0, 0; pc < len(src); pc++ {
		switch src[pc] {
		case '>':
			at++
		case '<':
			at--
		case '+':
			tape[at]++
		case '-':
			tape[at]--
		case '.':
			out.WriteByte(tape[at])
		case ',':
			tape[at] = 0
			if in != "" {
				tape[at], in = in[0], in[1:]
			}
		case '[':
			if tape[at] == 0 {
				pc = jump[pc]
			}
		case ']':
			if tape[at] != 0 {
				pc = jump[pc]
			}
		}
	}
	return out.String()
}

func main() {
	hello := "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++."
	fmt.Fprint(os.Stdout, run(hello, ""))
	fmt.Println(run(",[.,]", "echo"), run(">,[>,]<[.<]", "backwards"))
}

// Output:
// Hello World!
// echo sdrawkcab
