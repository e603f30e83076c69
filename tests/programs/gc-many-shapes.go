// Values of every shape survive collections while garbage is made around them.
package main

import (
	"fmt"
	"runtime"
	"strings"
)

type inner struct {
	tag  string
	next *inner
}

type shape struct {
	pad   int8
	name  string
	list  []*inner
	array [3]*inner
	any   interface{}
	fn    func() string
	table map[string]*inner
	byPtr map[*inner][]string
	ch    chan *inner
	nest  struct {
		a [2][]string
		e error
	}
}

func (i *inner) label() string { return "<" + i.tag + ">" }

type failure struct{ in *inner }

func (f failure) Error() string { return f.in.tag }

func in(format string, args ...interface{}) *inner {
	return &inner{tag: fmt.Sprintf(format, args...)}
}

func make1(n int) *shape {
	s := &shape{pad: int8(n), name: strings.Repeat("x", n%7) + fmt.Sprint(n)}
	for i := 0; i < n%5; i++ {
		s.list = append(s.list, in("list %d %d", n, i))
	}
	s.array[n%3] = in("array %d", n)
	switch n % 4 {
	case 0:
		s.any = in("any %d", n)
	case 1:
		s.any = fmt.Sprintf("any %d", n)
	case 2:
		s.any = [2]string{fmt.Sprint(n), "y"}
	}
	captured := in("captured %d", n)
	s.fn = func() string { return captured.label() }
	if n%3 == 0 {
		s.fn = captured.label
	}
	s.table = map[string]*inner{}
	s.byPtr = map[*inner][]string{}
	for i := 0; i < n%20; i++ {
		p := in("table %d %d", n, i)
		s.table[p.tag] = p
		s.byPtr[p] = []string{p.tag, "z"}
	}
	s.ch = make(chan *inner, 4)
	for i := 0; i < n%4; i++ {
		s.ch <- in("chan %d %d", n, i)
	}
	s.nest.a[n%2] = []string{fmt.Sprint("nest ", n)}
	s.nest.e = failure{in("error %d", n)}
	return s
}

func (s *shape) check(n int) {
	expect := func(got, want string) {
		if got != want {
			panic(fmt.Sprintf("shape %d: %q, not %q", n, got, want))
		}
	}
	expect(s.name, strings.Repeat("x", n%7)+fmt.Sprint(n))
	for i, p := range s.list {
		expect(p.tag, fmt.Sprintf("list %d %d", n, i))
	}
	expect(s.array[n%3].tag, fmt.Sprintf("array %d", n))
	switch v := s.any.(type) {
	case *inner:
		expect(v.tag, fmt.Sprintf("any %d", n))
	case string:
		expect(v, fmt.Sprintf("any %d", n))
	case [2]string:
		expect(v[0]+v[1], fmt.Sprint(n)+"y")
	}
	expect(s.fn(), fmt.Sprintf("<captured %d>", n))
	if len(s.table) != n%20 || len(s.byPtr) != n%20 {
		panic("lengths")
	}
	for k, p := range s.table {
		expect(p.tag, k)
		expect(s.byPtr[p][0]+s.byPtr[p][1], k+"z")
	}
	for i := 0; i < n%4; i++ {
		p := <-s.ch
		expect(p.tag, fmt.Sprintf("chan %d %d", n, i))
		s.ch <- p
	}
	expect(s.nest.a[n%2][0], fmt.Sprint("nest ", n))
	expect(s.nest.e.Error(), fmt.Sprintf("error %d", n))
}

func churn(depth int, kept *inner) string {
	local := in("local %d", depth)
	defer func(p *inner) {
		if p.tag != fmt.Sprintf("local %d", depth) || kept.tag != "kept" {
			panic("deferred call lost its values")
		}
	}(local)
	if depth%10 == 0 {
		runtime.GC()
	}
	if depth == 0 {
		return local.tag
	}
	below := churn(depth-1, kept)
	return below + local.tag[:1]
}

func main() {
	shapes := make([]*shape, 200)
	for round := 0; round < 8; round++ {
		for i := range shapes {
			if shapes[i] == nil || (i+round)%3 == 0 {
				shapes[i] = make1(i)
			}
		}
		runtime.GC()
		for i := range shapes {
			shapes[i].check(i)
		}
	}
	fmt.Println(len(churn(50, in("kept"))))

	results := make(chan string)
	for g := 0; g < 20; g++ {
		go func(g int) {
			mine := make1(g)
			for i := 0; i < 20; i++ {
				make1(i)
				if i%7 == g%7 {
					runtime.GC()
				}
				mine.check(g)
			}
			results <- mine.fn()
		}(g)
	}
	total := 0
	for g := 0; g < 20; g++ {
		total += len(<-results)
	}
	fmt.Println(total)
}

// Output:
// 57
// 250
