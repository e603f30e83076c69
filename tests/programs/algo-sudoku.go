// A sudoku by constraint masks and recursion on arrays passed by value.
package main

import "fmt"

type board [81]uint8

func (b board) allowed(i int) (mask uint16) {
	r, c := i/9, i%9
	for k := 0; k < 9; k++ {
		for _, j := range [3]int{r*9 + k, k*9 + c, (r/3*3+k/3)*9 + c/3*3 + k%3} {
			mask |= 1 << b[j]
		}
	}
	return ^mask & 0x3fe
}

func (b board) solve() (board, bool) {
	best, bestMask, bestCount := -1, uint16(0), 10
	for i, v := range b {
		if v != 0 {
			continue
		}
		m := b.allowed(i)
		n := 0
		for x := m; x != 0; x &= x - 1 {
			n++
		}
		if n < bestCount {
			best, bestMask, bestCount = i, m, n
		}
	}
	if best < 0 {
		return b, true
	}
	for d := uint8(1); d <= 9; d++ {
		if bestMask>>d&1 == 1 {
			b[best] = d
			if s, ok := b.solve(); ok {
				return s, true
			}
		}
	}
	return b, false
}

func main() {
	const puzzle = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79"
	var b board
	for i, c := range puzzle {
		if c != '.' {
			b[i] = uint8(c - '0')
		}
	}
	s, ok := b.solve()
	fmt.Println(ok)
	for r := 0; r < 9; r++ {
		fmt.Println(s[r*9 : r*9+9])
	}
	b[0] = 3
	_, ok = b.solve()
	fmt.Println(ok)
}

// Output:
// true
// [5 3 4 6 7 8 9 1 2]
// [6 7 2 1 9 5 3 4 8]
// [1 9 8 3 4 2 5 6 7]
// [8 5 9 7 6 1 4 2 3]
// [4 2 6 8 5 3 7 9 1]
// [7 1 3 9 2 4 8 5 6]
// [9 6 1 5 3 7 2 8 4]
// [2 8 7 4 1 9 6 3 5]
// [3 4 5 2 8 6 1 7 9]
// false
