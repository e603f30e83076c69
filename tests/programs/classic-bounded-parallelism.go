package main

import (
	"fmt"
	"sort"
	"strings"
	"sync"
)

type sum struct {
	path string
	h    uint32
	err  error
}

func walk(done <-chan struct{}, files []string) (<-chan string, <-chan error) {
	paths, errc := make(chan string), make(chan error, 1)
	go func() {
		defer close(paths)
		errc <- func() error {
			for _, f := range files {
				select {
				case paths <- f:
				case <-done:
					return fmt.Errorf("walk canceled")
				}
			}
			return nil
		}()
	}()
	return paths, errc
}

func digester(done <-chan struct{}, paths <-chan string, c chan<- sum) {
	for p := range paths {
		h := uint32(2166136261)
		for i := 0; i < len(p); i++ {
			h = (h ^ uint32(p[i])) * 16777619
		}
		var err error
		if strings.HasPrefix(p, "bad") {
			err = fmt.Errorf("cannot read %s", p)
		}
		select {
		case c <- sum{p, h, err}:
		case <-done:
			return
		}
	}
}

func all(files []string) (map[string]uint32, error) {
	done := make(chan struct{})
	defer close(done)
	paths, errc := walk(done, files)
	c := make(chan sum)
	var wg sync.WaitGroup
	wg.Add(4)
	for i := 0; i < 4; i++ {
		go func() { digester(done, paths, c); wg.Done() }()
	}
	go func() { wg.Wait(); close(c) }()
	m := map[string]uint32{}
	for r := range c {
		if r.err != nil {
			return nil, r.err
		}
		m[r.path] = r.h
	}
	if err := <-errc; err != nil {
		return nil, err
	}
	return m, nil
}

func main() {
	var files []string
	for i := 0; i < 30; i++ {
		files = append(files, fmt.Sprintf("file%02d", i))
	}
	m, err := all(files)
	keys := []string{}
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	fmt.Println(len(m), err, keys[0], m[keys[0]], keys[29], m[keys[29]])
	m, err = all(append(files, "bad1"))
	fmt.Println(m == nil, err)
}

// Output:
// 30 <nil> file00 3098605499 file29 866887982
// true cannot read bad1
