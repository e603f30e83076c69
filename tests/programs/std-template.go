// SPDX-License-Identifier: MIT

// Package text/template: what templates give, and how their errors read.
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"text/template"
)

type address struct{ Street, City string }

type person struct {
	Name    string
	Age     int
	Tags    []string
	Home    *address
	Scores  map[string]int
	Any     any
	Private string
	secret  int
}

func (p person) Greet(other string) string { return p.Name + " greets " + other }
func (p *person) Older(n int) int          { return p.Age + n }
func (p person) Fails() (string, error)    { return "", errors.New("it fails") }
func (p person) Sum(base int, rest ...int) int {
	for _, r := range rest {
		base += r
	}
	return base
}

type celsius float64

func (c celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

var functions = template.FuncMap{
	"upper":  strings.ToUpper,
	"add":    func(a, b int) int { return a + b },
	"seq":    func(n int) []int { return make([]int, n) },
	"panics": func() int { panic("in the function") },
	"pair":   func() (int, error) { return 7, nil },
	"temp":   func() celsius { return 21.5 },
	"fun":    func() func(int) int { return func(x int) int { return 2 * x } },
}

func run(text string, data any) {
	t, err := template.New("t").Funcs(functions).Parse(text)
	if err != nil {
		fmt.Println("parse:", err)
		return
	}
	var b strings.Builder
	err = t.Execute(&b, data)
	fmt.Printf("%q", b.String())
	if err != nil {
		fmt.Print(" error: ", err)
	}
	fmt.Println()
}

func right(p *person) {
	for _, text := range []string{
		"plain {{/* a comment */}}text",
		"a {{- 1 -}} b {{ 2 -}}\n c",
		"{{.Name}} {{.Age}} {{.Home.City}} {{.Tags}} {{.Scores}} {{.Any}}",
		"{{.Greet \"you\"}} {{.Older 3}} {{.Sum 1}} {{.Sum 1 2 3}} {{.Home}}",
		"{{if .Tags}}yes{{else}}no{{end}}{{if not .Tags}}yes{{else if eq .Age 42}}42{{else}}no{{end}}",
		"{{range .Tags}}<{{.}}>{{end}}{{range $i, $t := .Tags}}{{$i}}{{$t}}{{end}}{{range .Any}}x{{else}}empty{{end}}",
		"{{range $k, $v := .Scores}}{{$k}}={{$v}} {{end}}",
		"{{range $i, $t := .Tags}}{{if eq $i 1}}{{continue}}{{end}}{{if eq $t \"d\"}}{{break}}{{end}}{{$t}}{{end}}",
		"{{with .Home}}{{.Street}} {{$.Name}}{{end}}{{with .Any}}x{{else}}none{{end}}",
		"{{$x := 1}}{{range .Tags}}{{$x = add $x 10}}{{end}}{{$x}}",
		"{{with $h := .Home}}{{$h.City}}{{end}} {{$.Home.City}}",
		"{{.Name | upper | printf \"%s-%q\" \"a\"}} {{printf \"%d %v %5.2f|\" 3 true 1.5}} {{print 1 2 \"x\" 3}} {{println \"l\"}}",
		"{{len .Tags}} {{index .Tags 1}} {{index .Scores \"b\"}} {{index .Scores \"none\"}} {{slice .Name 1 3}} {{slice .Tags 2}}",
		"{{and 1 0}} {{and 1 2}} {{or 0 \"\"}} {{or 0 3}} {{not 0}} {{eq 1 2 1}} {{ne 1 2}} {{lt 1 2}} {{le 2 2}} {{gt 1.5 1.0}} {{ge \"b\" \"a\"}}",
		"{{or true (panics)}} {{and false panics}}",
		"{{html \"<a href='x'>&\"}} {{js \"it's <b>\"}} {{urlquery \"a b&c\"}}",
		"{{1}} {{-2}} {{0x1F}} {{1e3}} {{'a'}} {{1.50}} {{true}} {{`raw`}} {{\"q\\n\"}} {{1i}} {{1_000}}",
		"{{(index .Tags 0) | printf \"%s!\"}} {{(.Greet \"x\") | len}} {{(add 1 2) | add 3}}",
		"{{call fun 21}} {{pair}} {{temp}} {{range seq 3}}.{{end}}",
		"{{define \"x\"}}[{{.}}]{{end}}{{template \"x\" .Name}}{{template \"x\"}}{{block \"y\" .Age}}({{.}}){{end}}",
		"{{nil | printf \"%v\"}}",
	} {
		run(text, p)
	}
}

func wrong(p *person) {
	for _, text := range []string{
		"{{", "{{.Name", "{{end}}", "{{if}}x{{end}}", "{{if .Name}}", "{{nope}}", "{{.Name}", "{{range .Tags}}{{else}}{{else}}{{end}}",
		"{{$x}}", "{{\"abc}}", "{{1abc}}", "{{template}}", "{{template \"none\"}}", "{{break}}", "{{.Name | 3}}", "{{(1}}",
		"{{define \"a\"}}", "{{.A.}}", "{{#}}", "a\nb\n{{.Nope}}", "{{.Name.Nope}}", "{{.Home.Nope}}", "{{.secret}}", "{{.Greet}}", "{{.Greet 1}}",
		"{{.Fails}}", "{{panics}}", "{{add 1}}", "{{add 1 \"x\"}}", "{{index .Tags 99}}", "{{index .Tags \"x\"}}", "{{len 3}}",
		"{{range 3.5}}{{end}}", "{{lt 1 \"a\"}}", "{{eq .Tags .Tags}}", "{{.Name 1}}", "{{1 2}}", "{{nil}}", "{{slice .Name 5 1}}",
		"{{/* open", "{{/* x */ }}", "{{template \"t\" 1 2}}", "{{with $a, $b := 1}}{{end}}", "{{.Any.Field}}",
		"{{else}}", "{{range $a, 1 := .Tags}}{{end}}", "x{{\n\n.Name", "{{99999999999999999999}}", "{{'ab'}}", "{{.Name | upper \"x\"}}",
	} {
		run(text, p)
	}
	err := template.Must(template.New("e").Parse("{{.Fails}}")).Execute(&strings.Builder{}, p)
	var exec template.ExecError
	fmt.Println(errors.As(err, &exec), exec.Name, errors.Unwrap(errors.Unwrap(exec.Err)))
	fmt.Println(template.New("empty").Execute(os.Stdout, nil))
}

func groups() {
	t := template.Must(template.New("root").Parse(`{{define "one"}}1{{end}}{{define "two"}}2{{template "one"}}{{end}}root`))
	fmt.Println(t.Name(), len(t.DefinedTemplates()), t.Lookup("none") == nil, len(t.Templates()))
	c := template.Must(t.Clone())
	template.Must(c.Parse(`{{define "one"}}changed{{end}}`))
	t.ExecuteTemplate(os.Stdout, "two", nil)
	c.ExecuteTemplate(os.Stdout, "two", nil)
	fmt.Println()
	fmt.Println(t.ExecuteTemplate(os.Stdout, "none", nil))
	d := template.Must(template.New("d").Delims("<<", ">>").Parse("<<.>> {{.}}\n"))
	d.Execute(os.Stdout, 5)
	m := map[string]any{"a": 1}
	for _, option := range []string{"missingkey=default", "missingkey=zero", "missingkey=error"} {
		o := template.Must(template.New("o").Option(option).Parse("{{.a}} {{.b}} {{.b.c}}"))
		var b strings.Builder
		err := o.Execute(&b, m)
		fmt.Println(b.String(), err)
	}
	c2 := make(chan int, 3)
	c2 <- 1
	c2 <- 2
	close(c2)
	run("{{range $i, $x := .}}{{$i}}:{{$x}} {{end}}", c2)
	run("{{.x.y.z}} {{index . \"x\" \"y\" \"z\"}}", map[string]map[string]map[string]int{"x": {"y": {"z": 3}}})
	run("{{. | printf \"%T\"}} {{.}}", celsius(3))
	run("{{range .}}{{.Name}};{{end}}", []person{{Name: "a"}, {Name: "b"}})
}

func main() {
	p := &person{Name: "Ann", Age: 42, Tags: []string{"a", "b", "c", "d", "e"}, Home: &address{"Elm", "Ulm"},
		Scores: map[string]int{"b": 2, "a": 1}}
	right(p)
	wrong(p)
	groups()
}

// Output:
// "plain text"
// "a1b 2c"
// "Ann 42 Ulm [a b c d e] map[a:1 b:2] <no value>"
// "Ann greets you 45 1 6 {Elm Ulm}"
// "yes42"
// "<a><b><c><d><e>0a1b2c3d4eempty"
// "a=1 b=2 "
// "ac"
// "Elm Annnone"
// "51"
// "Ulm Ulm"
// "a-\"ANN\" 3 true  1.50| 1 2x3 l\n"
// "5 b 2 0 nn [c d e]"
// "0 2  3 true true true true true true true"
// "true false"
// "&lt;a href=&#39;x&#39;&gt;&amp; it\\'s \\u003Cb\\u003E a+b%26c"
// "1 -2 31 1000 97 1.5 true raw q\n (0+1i) 1000"
// "a! 12 6"
// "42 7 21.5°C ..."
// "[Ann][<no value>](42)"
// "" error: template: t:1:2: executing "t" at <nil>: nil is not a command
// parse: template: t:1: unclosed action
// parse: template: t:1: unclosed action
// parse: template: t:1: unexpected {{end}}
// parse: template: t:1: missing value for if
// parse: template: t:1: unexpected EOF
// parse: template: t:1: function "nope" not defined
// parse: template: t:1: bad character U+007D '}'
// parse: template: t:1: expected end; found {{else}}
// parse: template: t:1: undefined variable "$x"
// parse: template: t:1: unterminated quoted string
// parse: template: t:1: bad number syntax: "1a"
// parse: template: t:1: unexpected "}}" in template clause
// "" error: template: t:1:11: executing "t" at <{{template "none"}}>: template "none" not defined
// parse: template: t:1: {{break}} outside {{range}}
// parse: template: t:1: non executable command in pipeline stage 2
// parse: template: t:1: unclosed left paren
// parse: template: t:1: unexpected EOF
// parse: template: t:1: unexpected <.> in operand
// parse: template: t:1: unexpected "#" in command
// "a\nb\n" error: template: t:3:2: executing "t" at <.Nope>: can't evaluate field Nope in type *main.person
// "" error: template: t:1:7: executing "t" at <.Name.Nope>: can't evaluate field Nope in type string
// "" error: template: t:1:7: executing "t" at <.Home.Nope>: can't evaluate field Nope in type *main.address
// "" error: template: t:1:2: executing "t" at <.secret>: secret is an unexported field of struct type *main.person
// "" error: template: t:1:2: executing "t" at <.Greet>: wrong number of args for Greet: want 1 got 0
// "" error: template: t:1:9: executing "t" at <1>: expected string; found 1
// "" error: template: t:1:2: executing "t" at <.Fails>: error calling Fails: it fails
// "" error: template: t:1:2: executing "t" at <panics>: error calling panics: in the function
// "" error: template: t:1:2: executing "t" at <add>: wrong number of args for add: want 2 got 1
// "" error: template: t:1:8: executing "t" at <"x">: expected integer; found "x"
// "" error: template: t:1:2: executing "t" at <index .Tags 99>: error calling index: index out of range: 99
// "" error: template: t:1:2: executing "t" at <index .Tags "x">: error calling index: cannot index slice/array with type string
// "" error: template: t:1:2: executing "t" at <len 3>: error calling len: len of type int
// "" error: template: t:1:8: executing "t" at <3.5>: range can't iterate over 3.5
// "" error: template: t:1:2: executing "t" at <lt 1 "a">: error calling lt: incompatible types for comparison
// "" error: template: t:1:2: executing "t" at <eq .Tags .Tags>: error calling eq: non-comparable type [a b c d e]: []string
// "" error: template: t:1:2: executing "t" at <.Name>: Name has arguments but cannot be invoked as function
// "" error: template: t:1:2: executing "t" at <1>: can't give argument to non-function 1
// "" error: template: t:1:2: executing "t" at <nil>: nil is not a command
// "" error: template: t:1:2: executing "t" at <slice .Name 5 1>: error calling slice: index out of range: 5
// parse: template: t:1: unclosed comment
// parse: template: t:1: comment ends before closing delimiter
// "" error: template: t:1:15: executing "t" at <1>: can't give argument to non-function 1
// parse: template: t:1: too many declarations in with
// "" error: template: t:1:6: executing "t" at <.Any.Field>: nil pointer evaluating interface {}.Field
// parse: template: t:1: unexpected {{else}}
// parse: template: t:1: range can only initialize variables
// parse: template: t:3: unclosed action started at t:1
// parse: template: t:1: integer overflow: "99999999999999999999"
// parse: template: t:1: malformed character constant: 'ab'
// "" error: template: t:1:10: executing "t" at <upper>: wrong number of args for upper: want 1 got 2
// true e <nil>
// template: empty: "empty" is an incomplete or empty template
// root 45 true 3
// 212changed
// template: no template "none" associated with template "root"
// 5 {{.}}
// 1 <no value> <no value> <nil>
// 1 <no value>  template: o:1:18: executing "o" at <.b.c>: nil pointer evaluating interface {}.c
// 1  template: o:1:9: executing "o" at <.b>: map has no entry for key "b"
// "0:1 1:2 "
// "3 3"
// "main.celsius 3.0°C"
// "a;b;"
