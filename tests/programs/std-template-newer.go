// SPDX-License-Identifier: MIT

// Package text/template since Go 1.20: range over integers and functions, else with, assignment by range.
package main

import (
	"fmt"
	"iter"
	"strings"
	"text/template"
)

func letters(n int) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i := range n {
			if !yield(i, string(rune('a'+i))) {
				return
			}
		}
	}
}

func count(yield func(int) bool) {
	for i := 10; yield(i); i++ {
	}
}

func main() {
	data := map[string]any{"n": 3, "letters": letters(3), "count": count, "none": "", "zero": 0}
	for _, text := range []string{
		"{{range 3}}{{.}},{{end}}{{range $x := .n}}{{$x}};{{end}}{{range .zero}}x{{else}}nothing{{end}}",
		"{{range $i, $x := .letters}}{{$i}}{{$x}} {{end}}{{range .letters}}{{.}} {{end}}{{range $x := .letters}}{{$x}}{{break}}{{end}}",
		"{{range .count}}{{if gt . 12}}{{break}}{{end}}{{.}} {{end}}",
		"{{with .none}}x{{else with .n}}n is {{.}}{{else}}y{{end}}",
		"{{$x := 0}}{{range $x = .n}}{{end}}{{$x}}",
		"{{range $i, $x := 3}}{{end}}",
		"{{call .n}}",
		"{{range .none}}{{end}}",
	} {
		var b strings.Builder
		err := template.Must(template.New("t").Parse(text)).Execute(&b, data)
		fmt.Printf("%q %v\n", b.String(), err)
	}
	defer func() { fmt.Println(recover()) }()
	template.New("f").Funcs(template.FuncMap{"two": func() (int, int) { return 1, 2 }})
}

// Needs: go1.24
// Output:
// "0,1,2,0;1;2;nothing" <nil>
// "0a 1b 2c 0 1 2 0" <nil>
// "10 11 12 " <nil>
// "n is 3" <nil>
// "2" <nil>
// "" template: t:1:18: executing "t" at <3>: can't use 3 to iterate over more than one variable
// "" template: t:1:2: executing "t" at <call .n>: error calling call: non-function .n of type int
// "" template: t:1:8: executing "t" at <.none>: range can't iterate over
// invalid function signature for two: second return value should be error; is int
