// Values of several words are never torn, whatever a program's races do.
package main

import (
	"fmt"
	"sync"
)

type T struct {
	s string
	a []int
	i interface{}
	p *T
	n int
}

var g T
var gs []T = make([]T, 10)
var str string = "start"

type big struct{ x, y, z int }

func main() {
	var wg sync.WaitGroup
	bad := 0
	for w := 0; w < 6; w++ {
		wg.Add(1)
		go func(w int) {
			defer wg.Done()
			for i := 0; i < 20000; i++ {
				switch w % 3 {
				case 0:
					n := i % 17
					g.s = "abcdefghijklmnopq"[:n]
					g.a = make([]int, n)
					if i%2 == 0 {
						g.i = i
					} else if i%3 == 0 {
						g.i = "str"
					} else {
						g.i = big{i, i, i}
					}
					g.p = &T{n: i, s: "x"}
					gs[i%10] = T{s: g.s, a: g.a, i: g.i, p: g.p}
				case 1:
					s := g.s
					for k := 0; k < len(s); k++ {
						if s[k] != byte('a'+k) {
							bad++
						}
					}
					a := g.a
					for k := range a {
						if a[k] != 0 {
							bad++
						}
					}
					switch v := g.i.(type) {
					case int:
					case string:
						if v != "str" {
							bad++
						}
					case big:
						if v.x != v.y || v.y != v.z {
							bad++
						}
					}
					if g.p != nil && g.p.s != "x" {
						bad++
					}
				case 2:
					copy(gs[1:], gs[:9])
					t := gs[i%10]
					if len(t.s) > 17 || len(t.a) > 17 {
						bad++
					}
					gs2 := append([]T(nil), gs...)
					_ = gs2
					str = str[:1] + "x"
					_ = fmt.Sprint(t.s, t.a, t.i)
				}
			}
		}(w)
	}
	wg.Wait()
	fmt.Println("bad", bad)
}

// Output:
// bad 0
// Differs: has data races on purpose; what Go does then is undefined
