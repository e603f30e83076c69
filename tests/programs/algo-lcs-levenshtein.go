// Dynamic programming on strings of runes.
package main

import "fmt"

func lcs(a, b []rune) string {
	t := make([][]int, len(a)+1)
	for i := range t {
		t[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			switch {
			case a[i] == b[j]:
				t[i][j] = 1 + t[i+1][j+1]
			case t[i+1][j] >= t[i][j+1]:
				t[i][j] = t[i+1][j]
			default:
				t[i][j] = t[i][j+1]
			}
		}
	}
	var out []rune
	for i, j := 0, 0; i < len(a) && j < len(b); {
		if a[i] == b[j] {
			out = append(out, a[i])
			i++
			j++
		} else if t[i+1][j] >= t[i][j+1] {
			i++
		} else {
			j++
		}
	}
	return string(out)
}

func distance(a, b string) int {
	row := make([]int, len([]rune(b))+1)
	for i := range row {
		row[i] = i
	}
	for i, x := range []rune(a) {
		last := row[0]
		row[0] = i + 1
		for j, y := range []rune(b) {
			cost := last
			if x != y {
				cost++
			}
			last = row[j+1]
			for _, other := range []int{row[j] + 1, row[j+1] + 1} {
				if other < cost {
					cost = other
				}
			}
			row[j+1] = cost
		}
	}
	return row[len(row)-1]
}

func main() {
	for _, p := range [][2]string{{"kitten", "sitting"}, {"", "abc"}, {"größe", "groesse"}, {"日本語", "日本"}, {"same", "same"}} {
		fmt.Printf("%q %q %d %q\n", p[0], p[1], distance(p[0], p[1]), lcs([]rune(p[0]), []rune(p[1])))
	}
}

// Output:
// "kitten" "sitting" 3 "ittn"
// "" "abc" 3 ""
// "größe" "groesse" 4 "gre"
// "日本語" "日本" 1 "日本"
// "same" "same" 0 "same"
