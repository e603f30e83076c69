package main

import "fmt"

type cell struct{ r, c int }

const size = 8

func step(g [size][size]bool) (n [size][size]bool) {
	type res struct {
		cell
		alive bool
	}
	out := make(chan res)
	for r := 0; r < size; r++ {
		for c := 0; c < size; c++ {
			go func(r, c int) {
				k := 0
				for dr := -1; dr <= 1; dr++ {
					for dc := -1; dc <= 1; dc++ {
						if (dr != 0 || dc != 0) && g[(r+dr+size)%size][(c+dc+size)%size] {
							k++
						}
					}
				}
				out <- res{cell{r, c}, k == 3 || k == 2 && g[r][c]}
			}(r, c)
		}
	}
	for i := 0; i < size*size; i++ {
		x := <-out
		n[x.r][x.c] = x.alive
	}
	return
}

func show(g [size][size]bool) {
	for _, row := range g {
		for _, a := range row {
			if a {
				fmt.Print("#")
			} else {
				fmt.Print(".")
			}
		}
		fmt.Println()
	}
	fmt.Println("--")
}

func main() {
	var g [size][size]bool
	for _, c := range []cell{{0, 1}, {1, 2}, {2, 0}, {2, 1}, {2, 2}} {
		g[c.r][c.c] = true
	}
	for i := 0; i < 9; i++ {
		if i%4 == 0 {
			show(g)
		}
		g = step(g)
	}
}

// Output:
// .#......
// ..#.....
// ###.....
// ........
// ........
// ........
// ........
// ........
// --
// ........
// ..#.....
// ...#....
// .###....
// ........
// ........
// ........
// ........
// --
// ........
// ........
// ...#....
// ....#...
// ..###...
// ........
// ........
// ........
// --
