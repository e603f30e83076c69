// A small stack machine: instructions are closures, jumps are found by name.
package main

import (
	"fmt"
	"strings"
)

type machine struct {
	stack []int
	vars  map[string]int
	pc    int
	out   []string
}
type op func(*machine)

func (m *machine) pop() (v int) {
	m.stack, v = m.stack[:len(m.stack)-1], m.stack[len(m.stack)-1]
	return
}
func binary(f func(a, b int) int) op {
	return func(m *machine) { b, a := m.pop(), m.pop(); m.stack = append(m.stack, f(a, b)) }
}

func assemble(src string) []op {
	labels := map[string]int{}
	var words [][]string
	for _, line := range strings.Split(src, "\n") {
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		if strings.HasSuffix(f[0], ":") {
			labels[strings.TrimSuffix(f[0], ":")] = len(words)
			continue
		}
		words = append(words, f)
	}
	code := make([]op, len(words))
	for i, f := range words {
		switch f[0] {
		case "push":
			var n int
			fmt.Sscan(f[1], &n)
			code[i] = func(m *machine) { m.stack = append(m.stack, n) }
		case "load":
			name := f[1]
			code[i] = func(m *machine) { m.stack = append(m.stack, m.vars[name]) }
		case "store":
			name := f[1]
			code[i] = func(m *machine) { m.vars[name] = m.pop() }
		case "add":
			code[i] = binary(func(a, b int) int { return a + b })
		case "mul":
			code[i] = binary(func(a, b int) int { return a * b })
		case "sub":
			code[i] = binary(func(a, b int) int { return a - b })
		case "jnz":
			to := labels[f[1]]
			code[i] = func(m *machine) {
				if m.pop() != 0 {
					m.pc = to
				}
			}
		case "print":
			code[i] = func(m *machine) { m.out = append(m.out, fmt.Sprint(m.pop())) }
		default:
			panic("unknown " + f[0])
		}
	}
	return code
}

func main() {
	m := &machine{vars: map[string]int{}}
	code := assemble(`
push 1
store acc
push 10
store n
loop:
load acc
load n
mul
store acc
load n
push 1
sub
store n
load n
jnz loop
load acc
print`)
	steps := 0
	for m.pc < len(code) {
		f := code[m.pc]
		m.pc++
		f(m)
		steps++
	}
	fmt.Println(m.out, steps, len(m.stack))
}

// Output:
// [3628800] 106 0
