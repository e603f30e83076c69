// SPDX-License-Identifier: MIT

// An early return leaves the mutex locked; the next one waits for ever.
package main

import (
	"errors"
	"sync"
	"time"
)

type store struct {
	mu sync.Mutex
	n  int
}

func (s *store) add(v int) error {
	s.mu.Lock() // leaks: sync.Mutex.Lock
	if v < 0 {
		return errors.New("negative")
	}
	s.n += v
	s.mu.Unlock()
	return nil
}

func use() {
	s := &store{}
	go func() {
		s.add(-1)
		s.add(1)
	}()
}

func main() {
	use()
	time.Sleep(100 * time.Millisecond)
	println("end") // while running
}
