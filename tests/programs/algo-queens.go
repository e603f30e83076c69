// Eight queens by backtracking with bit sets; all solutions of small boards.
package main

import "fmt"

func solve(n int, row, cols, up, down uint, place func(row int, col int), done func()) int {
	if int(row) == n {
		done()
		return 1
	}
	count := 0
	for free := ^(cols | up | down) & (1<<n - 1); free != 0; free &= free - 1 {
		bit := free & -free
		c := 0
		for b := bit; b > 1; b >>= 1 {
			c++
		}
		place(int(row), c)
		count += solve(n, row+1, cols|bit, (up|bit)<<1, (down|bit)>>1, place, done)
	}
	return count
}

func main() {
	for n := 1; n <= 8; n++ {
		var board [8]int
		first := ""
		total := solve(n, 0, 0, 0, 0, func(r, c int) { board[r] = c }, func() {
			if first == "" {
				first = fmt.Sprint(board[:n])
			}
		})
		fmt.Println(n, total, first)
	}
}

// Output:
// 1 1 [0]
// 2 0 
// 3 0 
// 4 2 [1 3 0 2]
// 5 10 [0 2 4 1 3]
// 6 4 [1 3 5 0 2 4]
// 7 40 [0 2 4 6 1 3 5]
// 8 92 [0 4 7 5 2 6 1 3]
