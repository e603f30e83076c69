// SPDX-License-Identifier: MIT

// Package wc tests the word count of the Tour of Go.
package wc

import "fmt"

// Test asks f for the counts of some texts.
func Test(f func(string) map[string]int) {
	for _, c := range []struct {
		in   string
		want map[string]int
	}{
		{"I am learning Go!", map[string]int{"I": 1, "am": 1, "learning": 1, "Go!": 1}},
		{"The quick brown fox jumped over the lazy dog.", map[string]int{"The": 1, "quick": 1, "brown": 1, "fox": 1,
			"jumped": 1, "over": 1, "the": 1, "lazy": 1, "dog.": 1}},
		{"I ate a donut. Then I ate another donut.", map[string]int{"I": 2, "ate": 2, "a": 1, "donut.": 2, "Then": 1, "another": 1}},
		{"A man a plan a canal panama.", map[string]int{"A": 1, "man": 1, "a": 2, "plan": 1, "canal": 1, "panama.": 1}},
	} {
		got := f(c.in)
		ok := len(got) == len(c.want)
		for k, n := range c.want {
			ok = ok && got[k] == n
		}
		if !ok {
			fmt.Printf("FAIL\n f(%q) =\n  %#v\n want:\n  %#v", c.in, got, c.want)
			return
		}
		fmt.Printf("PASS\n f(%q) = \n  %#v\n", c.in, got)
	}
}
