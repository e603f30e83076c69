// Two goroutines write and read one buffer.
package main

import (
	"bytes"
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var b bytes.Buffer

func safely(f func()) {
	defer func() { recover() }()
	f()
}

func main() {

	const rounds = 6000
	var wg sync.WaitGroup
	run := func(f func(i int)) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; i < rounds; i++ {
				f(i)
			}
		}()
	}
	run(func(i int) { safely(func() { b.WriteString("xx") }) })
	run(func(i int) {
		safely(func() {
			b.WriteByte('x')
			if i%300 == 0 {
				b.Reset()
			}
		})
	})
	for r := 0; r < 1; r++ {
		run(func(i int) {
			func() {
				defer func() { recover() }()
				var p [8]byte
				n, _ := b.Read(p[:])
				for _, c := range p[:n] {
					if c != 'x' && c != 0 {
						bad(c)
					}
				}
			}()
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
